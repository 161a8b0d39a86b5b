import { postToPut } from '#server/domain/feed/scheduling/post-to-put.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';

const WEEK_MS = 7 * 86_400_000;

/**
 * Puts a post on top of the feed of all whom it reaches, for a week from now.
 * @throws AppError not_found; forbidden where the right is missing, or it is no post that is to be seen.
 */
export async function putOnTop(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  entryId: string,
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const id = await postToPut(tx, actor, entryId);
    const putAt = parts.clock.now();
    await tx.topPost.deleteMany({ where: { until: { lte: putAt } } });
    const data = { putById: actor.personId, putAt, until: new Date(putAt.getTime() + WEEK_MS) };
    await tx.topPost.upsert({ where: { entryId: id }, create: { entryId: id, ...data }, update: data });
  });
}
