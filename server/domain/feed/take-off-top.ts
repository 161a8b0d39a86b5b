import { postToPut } from '#server/domain/feed/scheduling/post-to-put.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';

/** Takes a post off the top; whoever may put one there may. @throws AppError as {@link postToPut}. */
export async function takeOffTop(parts: Pick<Parts, 'events'>, actor: Actor, entryId: string): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const id = await postToPut(tx, actor, entryId);
    await tx.topPost.deleteMany({ where: { entryId: id } });
  });
}
