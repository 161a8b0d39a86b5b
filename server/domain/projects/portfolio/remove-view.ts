import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';

/** Forgets a view of the actor's. Throws not_found, also for somebody else's. */
export async function removeView(parts: Parts, actor: Actor, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found');
  const removed = await parts.db.portfolioView.deleteMany({ where: { id, personId: actor.personId } });
  if (removed.count === 0) throw new AppError('not_found');
}
