import { Ban, Eye, EyeOff, Pin, PinOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { EntryMenu, type EntryTask } from '#app/conversation/entry-menu.tsx';
import { EntryTaskDialog } from '#app/conversation/entry-task-dialog.tsx';
import type { LiveEntry } from '#app/conversation/use-entry.ts';
import { useEntryTask } from '#app/conversation/use-entry-task.ts';
import { useThreadMenu } from '#app/conversation/use-thread-menu.ts';
import { useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import type { MenuItem } from '#app/ui/menu.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { PinView } from '#server/domain/pinboard/pin.view.ts';
import type { SendPin } from './use-pin-actions.ts';

type PinMenuProps = {
  pin: PinView;
  live: LiveEntry;
  href: string;
  send: SendPin;
  /** Looks at the board again. */
  onChanged: () => void;
};

/** What one may do with a pin beyond answering and reacting: as with every thread, and what a board's owner may. */
export function PinMenu({ pin, live, href, send, onChanged }: PinMenuProps) {
  const t = useT();
  const toast = useToast();
  const [task, setTask] = useState<EntryTask | null>(null);
  const author = usePersonName()(pin.entry.author);
  const { abilities } = pin;
  const { entry } = live;

  const onBoard = async (intent: string, more: Record<string, string> = {}) => {
    const errors = await send({ intent, entryId: entry.id, ...more });
    const key = errors && Object.values(errors)[0]?.[0];
    if (key) toast({ text: t.maybe(key), tone: 'bad' });
    return errors === null;
  };
  const onEntry = async (fields: Record<string, string>) => {
    const done = await live.act(fields);
    if (done) onChanged();
    return done;
  };
  const undoable = async (done: Promise<boolean>, text: string, undo: () => void) => {
    if (await done) toast({ text, action: { label: t('common.undo'), onSelect: undo } });
  };
  const submitTask = useEntryTask(async (fields) => {
    const fault = await live.attempt(fields);
    if (fault === null) onChanged();
    return fault;
  });

  const extra: MenuItem[] = [...useThreadMenu(entry, live, setTask)];
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
      onSelect: () => undoable(onBoard('hide'), t('pinboard.hidden'), () => onBoard('show')),
    });
  }
  if (abilities.show) {
    extra.push({ label: t('pinboard.show'), icon: Eye, onSelect: () => onBoard('show') });
  }
  if (abilities.remove && !entry.abilities.delete) {
    extra.push({
      label: t('pinboard.remove'),
      icon: Trash2,
      onSelect: () => undoable(onBoard('remove'), t('pinboard.removed'), () => onBoard('undoRemove')),
    });
  }
  if (abilities.block) {
    extra.push({
      label: t('pinboard.block', { name: author }),
      icon: Ban,
      onSelect: () => {
        const who = { personId: entry.author.id };
        const done = onBoard('block', who);
        undoable(done, t('pinboard.blocked', { name: author }), () => onBoard('unblock', who));
      },
    });
  }

  const onDelete = () =>
    undoable(onEntry({ intent: 'delete' }), t('common.deleted'), () => onEntry({ intent: 'undo' }));

  return (
    <>
      <EntryMenu entry={entry} href={href} onTask={setTask} onDelete={onDelete} extra={extra} />
      {task && (
        <EntryTaskDialog entry={entry} task={task} onClose={() => setTask(null)} onSubmit={submitTask} />
      )}
    </>
  );
}
