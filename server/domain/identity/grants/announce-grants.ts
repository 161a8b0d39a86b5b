import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/** A person on a position, now or until a moment ago. */
export type Seat = { personId: string; positionId: string };

type Needs = Pick<Parts, 'clock' | 'events'>;

/**
 * Tells the other rooms whose rights have changed with a grant that is given or taken: its holder, or whoever sits on
 * the position that holds it. In the caller's transaction.
 */
export async function announceGrant(
  tx: Tx,
  parts: Needs,
  grant: { personId?: string | null; positionId?: string | null },
): Promise<void> {
  const now = parts.clock.now();
  const seated = grant.positionId
    ? await tx.$queryRaw<{ personId: string }[]>`
        SELECT DISTINCT a.person_id::text AS "personId" FROM assignment a
        WHERE a.position_id = ${grant.positionId}::uuid
          AND a.valid_from <= ${now}::date AND (a.valid_to IS NULL OR a.valid_to > ${now}::date)`
    : [];
  const personIds = [...(grant.personId ? [grant.personId] : []), ...seated.map((seat) => seat.personId)];
  await parts.events.publishAll(tx, personIds.map(changed));
}

/**
 * Tells the other rooms whose rights have changed because a seat began or ended: rights bound to a position come and
 * go with it. Few positions hold any, so for nearly every seat this says nothing. In the caller's transaction.
 */
export async function announceSeatGrants(tx: Tx, parts: Needs, seats: readonly Seat[]): Promise<void> {
  if (seats.length === 0) return;
  const json = JSON.stringify(
    seats.map(({ personId, positionId }) => ({ person: personId, position: positionId })),
  );
  const rows = await tx.$queryRaw<{ personId: string }[]>(Prisma.sql`
    SELECT DISTINCT s.person::text AS "personId" FROM jsonb_to_recordset(${json}::jsonb) AS s(person uuid, position uuid)
    JOIN "grant" g ON g.position_id = s.position AND (g.valid_to IS NULL OR g.valid_to > ${parts.clock.now()})`);
  await parts.events.publishAll(
    tx,
    rows.map(({ personId }) => changed(personId)),
  );
}

/**
 * Tells the other rooms whose rights have changed because a grant began or ran out by its own date, after `since` and until
 * now: nobody gave or took it at that moment. To tell it twice is harmless.
 */
export async function announceTurnedGrants(parts: Needs & Pick<Parts, 'db'>, since: Date): Promise<void> {
  const now = parts.clock.now();
  const rows = await parts.db.$queryRaw<{ personId: string }[]>`
    SELECT DISTINCT COALESCE(g.person_id, a.person_id)::text AS "personId" FROM "grant" g
    LEFT JOIN assignment a ON a.position_id = g.position_id
      AND a.valid_from <= ${now}::date AND (a.valid_to IS NULL OR a.valid_to > ${now}::date)
    WHERE ((g.valid_to > ${since} AND g.valid_to <= ${now}) OR (g.valid_from > ${since} AND g.valid_from <= ${now}))
      AND COALESCE(g.person_id, a.person_id) IS NOT NULL`;
  if (rows.length === 0) return;
  await parts.events.transaction((tx) =>
    parts.events.publishAll(
      tx,
      rows.map(({ personId }) => changed(personId)),
    ),
  );
}

function changed(personId: string) {
  return { type: 'grant.changed', personId } as const;
}
