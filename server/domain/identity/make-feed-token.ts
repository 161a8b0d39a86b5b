import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import type { Actor } from './actor.ts';
import { hashToken, newToken } from './token.ts';

/**
 * Makes the token that opens the actor's Atom feed without a sign-in, and ends the one before. It is given out this
 * once; only its hash is kept. Throws forbidden on a shared terminal, where it would stay on the screen for the next.
 */
export async function makeFeedToken(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
): Promise<string> {
  if (actor.terminal) throw new AppError('forbidden');
  const { personId } = actor;
  const token = newToken();
  const made = { tokenHash: hashToken(token), createdAt: clock.now(), usedOn: null };
  await db.feedToken.upsert({ where: { personId }, create: { personId, ...made }, update: made });
  return token;
}
