import type { Actor } from '#server/domain/identity/actor.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';

/**
 * The actor's own post that waits or was held back, locked for the transaction.
 * @throws AppError not_found where it is not theirs, or came out already.
 */
export async function waitingPost(tx: Tx, actor: Actor, entryId: string) {
  if (!isUuid(entryId)) throw new AppError('not_found');
  // Locked: the minute's job may be about to publish it.
  await tx.$queryRaw`SELECT 1 FROM entry WHERE id = ${entryId}::uuid FOR UPDATE`;
  const post = await tx.entry.findFirst({
    where: {
      id: entryId,
      authorId: actor.personId,
      kind: 'post',
      publishedAt: null,
      state: { in: ['scheduled', 'draft'] },
    },
  });
  if (!post) throw new AppError('not_found');
  return post;
}
