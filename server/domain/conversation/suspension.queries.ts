import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
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

const LIMIT = 50;

/** Suspensions, the latest first. Moderators alone, and nobody their own. */
export async function suspensions(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
): Promise<SuspensionView[]> {
  if (!maySeeSuspensions(actor)) throw new AppError('forbidden');
  const rows = await db.$queryRaw<
    {
      id: string;
      person: PersonRef;
      by: PersonRef;
      reason: string;
      starts_at: Date;
      ends_at: Date;
      lifted_at: Date | null;
    }[]
  >`
    SELECT s.id::text, ${personRefJson('p')} AS person, ${personRefJson('m')} AS by, s.reason, s.starts_at, s.ends_at, s.lifted_at
    FROM suspension s JOIN person p ON p.id = s.person_id JOIN person m ON m.id = s.given_by_id
    ORDER BY s.starts_at DESC LIMIT ${LIMIT}`;
  const now = clock.now();
  return rows.map((row) => {
    const running = row.lifted_at === null && row.ends_at > now;
    return {
      id: row.id,
      person: row.person,
      by: row.by,
      reason: row.reason,
      from: row.starts_at.toISOString(),
      until: row.ends_at.toISOString(),
      liftedAt: row.lifted_at?.toISOString() ?? null,
      running,
      mayLift: running && mayLift(actor, { personId: row.person.id }),
    };
  });
}
