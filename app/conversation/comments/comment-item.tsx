import { type ReactNode, useState } from 'react';
import { EntryBody, isForeign, OriginalNote } from '#app/conversation/entry-body.tsx';
import { EntryMenu, type EntryTask } from '#app/conversation/entry-menu.tsx';
import { EntryTaskDialog } from '#app/conversation/entry-task-dialog.tsx';
import { EntryFiles } from '#app/conversation/pictures/entry-files.tsx';
import { ReactionBar, ReactionPicker } from '#app/conversation/reaction-bar.tsx';
import type { LiveEntry } from '#app/conversation/use-entry.ts';
import { useEntryTask } from '#app/conversation/use-entry-task.ts';
import { Time, useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, PersonLink } from '#app/shell/person.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';

type Props = {
  comment: EntryView;
  /** The thread's own address; the comment is an anchor in it. */
  href: string;
  live: Pick<LiveEntry, 'act' | 'attempt'>;
  /** What its thread offers for it beyond what one may do with every comment. */
  children?: ReactNode;
};

/** One comment: who, when, what, and what one may do with it. */
export function CommentItem({ comment, href, live, children }: Props) {
  const t = useT();
  const toast = useToast();
  const [task, setTask] = useState<EntryTask | null>(null);
  const [picking, setPicking] = useState(false);
  const act = (fields: Record<string, string>) => live.act(fields, comment.id);
  const submitTask = useEntryTask((fields) => live.attempt(fields, comment.id));
  const remove = async () => {
    if (!(await act({ intent: 'delete' }))) return;
    toast({
      text: t('common.deleted'),
      action: { label: t('common.undo'), onSelect: () => act({ intent: 'undo' }) },
    });
  };
  const react = (emoji: string) => {
    setPicking(false);
    act({ intent: 'react', emoji });
  };
  return (
    <li
      id={`comment-${comment.id}`}
      className="flex scroll-mt-24 gap-2.5 target:[&>div]:ring-2 target:[&>div]:ring-focus"
    >
      <PersonAvatar person={comment.author} size="sm" className="mt-1.5" />
      <div className="min-w-0 flex-1 rounded-lg bg-sunk px-3 py-2">
        <div className="flex items-start justify-between gap-2">
          <p className="min-w-0 text-meta">
            <PersonLink person={comment.author} />
            <span className="text-muted">
              {' · '}
              <a href={`${href}?comment=${comment.id}#comment-${comment.id}`} className="hover:underline">
                <Time at={comment.at} />
              </a>
              {comment.editedAt && ` · ${t('conversation.edited')}`}
              {comment.kind === 'answer' && ` · ${t('conversation.answer')}`}
            </span>
          </p>
          <div className="-my-1 -me-1.5">
            <EntryMenu
              entry={comment}
              href={`${href}?comment=${comment.id}#comment-${comment.id}`}
              onTask={setTask}
              onDelete={remove}
            />
          </div>
        </div>
        <EntryBody entry={comment} noteHidden compact />
        {comment.files && <EntryFiles files={comment.files} className="mt-2 max-w-96" />}
        {(comment.reactions.length > 0 || comment.abilities.react || isForeign(comment, t.locale)) && (
          <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
            <ReactionBar entry={comment} onReact={react} />
            {comment.abilities.react && (
              <button
                type="button"
                aria-expanded={picking}
                onClick={() => setPicking(!picking)}
                className="word-action"
              >
                {t('conversation.react')}
              </button>
            )}
            <OriginalNote entry={comment} />
            {picking && <ReactionPicker onReact={react} className="basis-full" />}
          </div>
        )}
        {children}
      </div>
      {task && (
        <EntryTaskDialog entry={comment} task={task} onClose={() => setTask(null)} onSubmit={submitTask} />
      )}
    </li>
  );
}
