import type { ComponentProps, Ref } from 'react';
import { useEntry } from '#app/conversation/use-entry.ts';
import { useCatchUp, useLive, useLiveRoom } from '#app/shell/live.tsx';
import type { ThreadView } from '#server/domain/conversation/entry.view.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentList } from './comment-list.tsx';
import { ClosedNote, SuspensionNote } from './thread-note.tsx';
import { useEarlierComments } from './use-earlier-comments.ts';

type Props = { thread: ThreadView; href: string; areaRef?: Ref<HTMLTextAreaElement> } & Pick<
  ComponentProps<typeof CommentForm>,
  'Files'
> &
  Pick<ComponentProps<typeof CommentList>, 'offer'>;

/**
 * The open thread below an entry: every comment, a form, and live: when somebody writes, whoever has it open asks
 * once, a random moment later, so that a busy thread causes no stampede.
 */
export function Thread({ thread, href, areaRef, Files, offer }: Props) {
  const live = useEntry(thread);
  const older = useEarlierComments(thread);
  useThreadUpdates(thread.entry.id, live.reload);
  // An answer stands in its question.
  const comments = [...older.comments, ...live.comments].filter((comment) => comment.kind !== 'answer');
  const earlier = older.loaded ? older.earlier : live.earlier;
  return (
    <section className="flex flex-col gap-3">
      <CommentList
        comments={comments}
        earlier={earlier}
        href={href}
        live={live}
        offer={offer}
        onEarlier={() => comments[0] && older.load(comments[0].id)}
      />
      <ClosedNote entry={live.entry} />
      {!live.entry.closed && <SuspensionNote />}
      {live.entry.abilities.comment && (
        <CommentForm entryId={thread.entry.id} areaRef={areaRef} Files={Files} />
      )}
    </section>
  );
}

/** Looks again when the thread changes, or after the connection was lost. */
export function useThreadUpdates(entryId: string, reload: () => void): void {
  useLiveRoom(`thread:${entryId}`);
  useLive('thread.changed', (message) => {
    if (message.threadId === entryId) reload();
  });
  useCatchUp(reload);
}
