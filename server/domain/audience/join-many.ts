import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { MembershipCause } from '#server/platform/database/schema.ts';

export type Membership = { audienceId: string; personId: string };
type Batch = {
  cause: MembershipCause;
  causeId?: string | undefined;
  /** First day of membership, or of its absence. */
  day?: Date;
  /** False where nobody can be listening yet: persons just made by an import. */
  announce?: boolean;
};

/** {@link joinAudience} for many at once, with delivery, in two statements. Joining twice changes nothing. */
export async function joinMany(
  tx: Tx,
  parts: Pick<Parts, 'clock' | 'events'>,
  rows: readonly Membership[],
  batch: Batch,
): Promise<void> {
  if (rows.length === 0) return;
  const day = batch.day ?? dayIn('UTC', parts.clock.now());
  const json = JSON.stringify(rows.map(({ audienceId, personId }) => ({ a: audienceId, p: personId })));
  const joined = await tx.$queryRaw<Membership[]>`
    INSERT INTO audience_membership (audience_id, person_id, cause, cause_id, valid_from)
    SELECT DISTINCT r.a, r.p, ${batch.cause}::membership_cause, ${batch.causeId ?? null}::uuid, ${day}::date
    FROM jsonb_to_recordset(${json}::jsonb) AS r(a uuid, p uuid)
    WHERE NOT EXISTS (
      SELECT 1 FROM audience_membership m
      WHERE m.audience_id = r.a AND m.person_id = r.p AND m.cause = ${batch.cause}::membership_cause
        AND m.valid_from <= ${day}::date AND m.valid_to IS NULL)
    ON CONFLICT (audience_id, person_id, cause, valid_from) DO UPDATE SET valid_to = NULL, cause_id = EXCLUDED.cause_id
    RETURNING audience_id::text AS "audienceId", person_id::text AS "personId"`;
  await tx.$executeRaw`
    INSERT INTO subscription (person_id, audience_id, cause)
    SELECT r."personId", r."audienceId", ${batch.cause}::membership_cause
    FROM jsonb_to_recordset(${JSON.stringify(joined)}::jsonb) AS r("personId" uuid, "audienceId" uuid)
    ON CONFLICT DO NOTHING`;
  if (batch.announce !== false) await announce(tx, parts, joined);
}

/** {@link leaveAudience} for many at once. */
export async function leaveMany(
  tx: Tx,
  parts: Pick<Parts, 'clock' | 'events'>,
  rows: readonly Membership[],
  batch: Batch,
): Promise<void> {
  if (rows.length === 0) return;
  const today = dayIn('UTC', parts.clock.now());
  const day = batch.day ?? today;
  const json = JSON.stringify(rows.map(({ audienceId, personId }) => ({ a: audienceId, p: personId })));
  await tx.$executeRaw`
    DELETE FROM audience_membership m USING jsonb_to_recordset(${json}::jsonb) AS r(a uuid, p uuid)
    WHERE m.audience_id = r.a AND m.person_id = r.p AND m.cause = ${batch.cause}::membership_cause AND m.valid_from >= ${day}::date`;
  await tx.$executeRaw`
    UPDATE audience_membership m SET valid_to = ${day}::date
    FROM jsonb_to_recordset(${json}::jsonb) AS r(a uuid, p uuid)
    WHERE m.audience_id = r.a AND m.person_id = r.p AND m.cause = ${batch.cause}::membership_cause
      AND (m.valid_to IS NULL OR m.valid_to > ${day}::date)`;
  if (day <= today)
    await tx.$executeRaw`
      DELETE FROM subscription s USING jsonb_to_recordset(${json}::jsonb) AS r(a uuid, p uuid)
      WHERE s.audience_id = r.a AND s.person_id = r.p AND s.cause = ${batch.cause}::membership_cause`;
  if (batch.announce !== false) await announce(tx, parts, rows);
}

function announce(tx: Tx, parts: Pick<Parts, 'events'>, rows: readonly Membership[]): Promise<void> {
  return parts.events.publishAll(
    tx,
    rows.map((row) => ({ type: 'membership.changed' as const, ...row })),
  );
}
