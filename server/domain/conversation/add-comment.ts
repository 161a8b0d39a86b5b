import type { attachFiles } from '#server/domain/files/attach-files.ts';
import type { AttachmentInput } from '#server/domain/files/attachments.schema.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { CommentInput } from './entry.schema.ts';
import { loadEntryFor } from './load-entry.ts';
import { writeEntry } from './write-entry.ts';
import { writeOnce } from './write-once.ts';

/** Hangs uploads on what is being written. The room of files stands above this one, so it is handed in. */
export type AttachFiles = typeof attachFiles;

/** `attachments`: uploads of the actor's own that go with it, in their order. */
export type NewComment = CommentInput & { attachments?: AttachmentInput[]; publishedAt?: Date };

/**
 * Adds a comment below a post, a status update or a pin, once however often it is sent; the commenter follows the thread
 * from then on.
 * @throws AppError not_found, or forbidden where comments are closed or the actor only reads; invalid (attachments) for a
 *   file that is not theirs, is gone, or hangs elsewhere already.
 */
export async function addComment(
  parts: Pick<Parts, 'config' | 'events' | 'ids' | 'clock'> & { attachFiles: AttachFiles },
  actor: Actor,
  input: NewComment,
): Promise<{ id: string }> {
  return writeOnce(parts, actor, input, async (tx, idempotencyKey) => {
    const thread = await loadEntryFor(tx, actor, input.entryId, 'comment');
    const comment = await writeEntry(tx, parts, actor, {
      kind: 'comment',
      audienceId: thread.audienceId,
      threadId: thread.id,
      text: input.text,
      idempotencyKey,
      publishedAt: input.publishedAt,
    });
    await parts.attachFiles(tx, actor, comment.id, input.attachments ?? []);
    await tx.follow.createMany({
      data: [{ personId: actor.personId, entryId: thread.id }],
      skipDuplicates: true,
    });
    return comment.id;
  });
}
