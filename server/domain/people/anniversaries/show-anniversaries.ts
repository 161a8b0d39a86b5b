import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';

/**
 * Agrees that colleagues are told of one's own anniversaries, or withdraws it: then none is shown from that moment on, and that
 * it was ever agreed to is forgotten (GDPR article 7 (3)). Nobody can do so for somebody else, and nobody is notified.
 */
export async function showAnniversaries(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  { personId }: Pick<Actor, 'personId'>,
  shown: boolean,
): Promise<void> {
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
