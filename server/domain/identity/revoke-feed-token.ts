import type { Parts } from '#server/domain/parts.ts';
import type { Actor } from './actor.ts';

/** Ends the token of the actor's Atom feed: programs that have it get nothing from now on. Twice is once. */
export async function revokeFeedToken({ db }: Pick<Parts, 'db'>, actor: Actor): Promise<void> {
  await db.feedToken.deleteMany({ where: { personId: actor.personId } });
}
