import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { mayEditProfile } from '#server/domain/people/people.policy.ts';
import { AppError } from '#server/platform/errors.ts';

/**
 * Agrees that colleagues are told of one's own anniversaries, or withdraws it: then none is shown from that moment on, and that
 * it was ever agreed to is forgotten (GDPR article 7 (3)). Nobody is notified.
 * @throws AppError forbidden for somebody else's: consent is nobody's to give but the person's
 */
export async function showAnniversaries(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  actor: Pick<Actor, 'personId'>,
  personId: string,
  shown: boolean,
): Promise<void> {
  if (!mayEditProfile(actor, personId)) throw new AppError('forbidden', { message: 'people.notYourProfile' });
  if (!shown) {
    await db.anniversaryConsent.deleteMany({ where: { personId } });
    return;
  }
  const givenAt = clock.now();
  await db.anniversaryConsent.upsert({
    where: { personId },
    create: { personId, givenAt },
    update: {},
  });
}
