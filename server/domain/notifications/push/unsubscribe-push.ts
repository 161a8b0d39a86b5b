import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';

/** Push no longer reaches one of the actor's devices. Throws not_found for anybody else's. */
export async function unsubscribePush({ db }: Pick<Parts, 'db'>, actor: Actor, id: string): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found');
  const { count } = await db.pushSubscription.deleteMany({ where: { id, personId: actor.personId } });
  if (count === 0) throw new AppError('not_found');
}
