import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { waitingPost } from './waiting-post.ts';

const DAY_MS = 86_400_000;

/** Takes a post back that has not come out: it can be brought back for ten minutes, as a deleted one. */
export async function cancelScheduled(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  entryId: string,
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const { id } = await waitingPost(tx, actor, entryId);
    const now = parts.clock.now();
    const purgeAfter = new Date(now.getTime() + DAY_MS);
    await tx.entry.update({ where: { id }, data: { state: 'deleted', deletedAt: now, purgeAfter } });
  });
}
