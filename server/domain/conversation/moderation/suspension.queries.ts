import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { cutPage, MODERATION_PAGE, type ModerationPage, type Place, readPlace } from './moderation-page.ts';
import { mayLift, maySeeSuspensions } from './suspension.policy.ts';

/** Somebody who may not write, or might not, for the moderators. */
export type SuspensionView = {
  id: string;
  person: PersonRef;
  by: PersonRef;
  reason: string;
  from: string;
  until: string;
  liftedAt: string | null;
  running: boolean;
  mayLift: boolean;
};

type Row = Place & { person: PersonRef; by: PersonRef; reason: string; endsAt: Date; liftedAt: Date | null };

/** Suspensions, the latest first, by keyset. Moderators alone, and nobody lifts their own. */
export async function suspensions(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  after?: string | null,
): Promise<ModerationPage<SuspensionView>> {
  if (!maySeeSuspensions(actor)) throw new AppError('forbidden');
  const place = readPlace(after);
  const beyond = place
    ? Prisma.sql`WHERE (s.starts_at, s.id) < (${place.at}, ${place.id}::uuid)`
    : Prisma.empty;
  const found = await db.$queryRaw<Row[]>`
    SELECT s.id::text, ${personRefJson('p')} AS person, ${personRefJson('m')} AS by, s.reason, s.starts_at AS at,
      s.ends_at AS "endsAt", s.lifted_at AS "liftedAt"
    FROM suspension s JOIN person p ON p.id = s.person_id JOIN person m ON m.id = s.given_by_id
    ${beyond} ORDER BY s.starts_at DESC, s.id DESC LIMIT ${MODERATION_PAGE + 1}`;
  const { rows, next } = cutPage(found);
  const now = clock.now();
  const items = rows.map(({ id, person, by, reason, at, endsAt, liftedAt }) => {
    const running = liftedAt === null && endsAt > now;
    return {
      id,
      person,
      by,
      reason,
      from: at.toISOString(),
      until: endsAt.toISOString(),
      liftedAt: liftedAt?.toISOString() ?? null,
      running,
      mayLift: running && mayLift(actor, { personId: person.id }),
    };
  });
  return { items, next };
}
