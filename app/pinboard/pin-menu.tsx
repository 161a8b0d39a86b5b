import { useFetcher } from '@remix-run/react';
import { Ban, Eye, EyeOff, Pin, PinOff, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { EntryAnswer } from '#app/conversation/entry.route.ts';
import { entryAddress } from '#app/conversation/entry-form-data.ts';
import { EntryMenu, type EntryTask } from '#app/conversation/entry-menu.tsx';
import { EntryTaskDialog } from '#app/conversation/entry-task-dialog.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import type { MenuItem } from '#app/ui/menu.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { PinView } from '#server/domain/pinboard/pin.view.ts';
import type { PinAnswer } from './pin-action.ts';

type PinMenuProps = { pin: PinView; href: string; action: string };

/** What one may do with a pin beyond answering and reacting: as with every entry, and what a board's owner may. */
export function PinMenu({ pin, href, action }: PinMenuProps) {
  const t = useT();
  const toast = useToast();
  const board = useFetcher<PinAnswer>();
  const conversation = useFetcher<EntryAnswer>();
  const [task, setTask] = useState<EntryTask | null>(null);
  const author = usePersonName()(pin.entry.author);
  const { entry, abilities } = pin;
  useFaults(board.state === 'idle' ? board.data?.errors : undefined);
  useFaults(conversation.state === 'idle' ? conversation.data?.errors : undefined);

  const onBoard = (intent: string, more: Record<string, string> = {}) =>
    board.submit({ intent, entryId: entry.id, ...more }, { method: 'post', action });
  const onEntry = (fields: Record<string, string>) =>
    conversation.submit(fields, { method: 'post', action: entryAddress(entry.id) });
  const undoable = (text: string, undo: () => void) =>
    toast({ text, action: { label: t('common.undo'), onSelect: undo } });

  const extra: MenuItem[] = [];
  if (abilities.keepOnTop) {
    extra.push({
      label: t(pin.keptOnTop ? 'pinboard.letGo' : 'pinboard.keepOnTop'),
      icon: pin.keptOnTop ? PinOff : Pin,
      onSelect: () => onBoard('top'),
    });
  }
  if (abilities.hide) {
    extra.push({
      label: t('pinboard.hide'),
      icon: EyeOff,
      onSelect: () => {
        onBoard('hide');
        undoable(t('pinboard.hidden'), () => onBoard('show'));
      },
    });
  }
  if (abilities.show) {
    extra.push({ label: t('pinboard.show'), icon: Eye, onSelect: () => onBoard('show') });
  }
  if (abilities.remove && !entry.abilities.delete) {
    extra.push({
      label: t('pinboard.remove'),
      icon: Trash2,
      onSelect: () => {
        onBoard('remove');
        undoable(t('pinboard.removed'), () => onBoard('undoRemove'));
      },
    });
  }
  if (abilities.block) {
    extra.push({
      label: t('pinboard.block', { name: author }),
      icon: Ban,
      onSelect: () => {
        const who = { personId: entry.author.id };
        onBoard('block', who);
        undoable(t('pinboard.blocked', { name: author }), () => onBoard('unblock', who));
      },
    });
  }

  function onDelete() {
    onEntry({ intent: 'delete' });
    undoable(t('common.deleted'), () => onEntry({ intent: 'undo' }));
  }
  function onTaskDone(fields: Record<string, string>) {
    onEntry(fields);
    if (fields.intent === 'report') toast({ text: t('moderation.reported') });
    if (fields.intent === 'hide') toast({ text: t('moderation.hidden') });
  }

  return (
    <>
      <EntryMenu entry={entry} href={href} onTask={setTask} onDelete={onDelete} extra={extra} />
      <EntryTaskDialog entry={entry} task={task} onClose={() => setTask(null)} onSubmit={onTaskDone} />
    </>
  );
}

/** What was refused is said where nothing else on the page would. */
function useFaults(errors: Record<string, string[]> | undefined): void {
  const t = useT();
  const toast = useToast();
  const told = useRef<unknown>(undefined);
  useEffect(() => {
    if (!errors || told.current === errors) return;
    told.current = errors;
    const key = Object.values(errors)[0]?.[0];
    if (key) toast({ text: t.maybe(key), tone: 'bad' });
  }, [errors, t, toast]);
}
