import { type Actor, isPeopleOperations } from '#server/domain/identity/actor.ts';
import { isoDay, today } from '#server/domain/organisation/day.ts';
import { readableChart } from '#server/domain/organisation/organisation.policy.ts';
import type { Parts } from '#server/domain/parts.ts';
import { joinStretches } from './join-stretches.ts';
import type { PastSeat, Stretch } from './past-seat.view.ts';

/** More than anybody holds in a working life; a bound all the same. */
const MOST = 200;
const DAY_MS = 86_400_000;

/**
 * The seats that a person held and holds no more, in company and project charts, latest first, one query. Of others, those in
 * charts that the actor may read, and of somebody who has left none: what they did here is nobody's business any more but people
 * operations'. Of oneself, all. A seat that was renamed or moved while it was held appears as what it was before.
 */
export async function pastSeatsOf(
  parts: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  personId: string,
): Promise<PastSeat[]> {
  const day = today(parts);
  const self = actor.personId === personId;
  const rows = await parts.db.$queryRaw<Stretch[]>`
    SELECT a.id::text AS "assignmentId", p.id::text AS "positionId", once.title, u.name AS unit, s.name AS site, a.share,
      json_build_object('id', c.id, 'kind', c.kind, 'name', c.name, 'readable', ${readableChart(actor)}) AS chart,
      GREATEST(a.valid_from, once.valid_from) AS "from", LEAST(a.valid_to, once.valid_to) AS "to"
    FROM person
    JOIN assignment a ON a.person_id = person.id
    JOIN position p ON p.id = a.position_id
    JOIN chart c ON c.id = p.chart_id
    CROSS JOIN LATERAL (
      SELECT past.title, past.unit_id, past.site_id, past.valid_from, past.valid_to FROM position_past past
      WHERE past.position_id = p.id
      UNION ALL
      SELECT p.title, p.unit_id, p.site_id,
        (SELECT COALESCE(max(past.valid_to), p.valid_from) FROM position_past past WHERE past.position_id = p.id), p.valid_to
    ) once
    LEFT JOIN org_unit u ON u.id = once.unit_id
    LEFT JOIN site s ON s.id = once.site_id
    WHERE person.id = ${personId}::uuid AND person.erased_at IS NULL
      AND (person.ends_on IS NULL OR person.ends_on > ${isoDay(day)}::date OR ${isPeopleOperations(actor)})
      AND (${self} OR ${readableChart(actor)})
      AND GREATEST(a.valid_from, once.valid_from) < COALESCE(LEAST(a.valid_to, once.valid_to), 'infinity')
    ORDER BY a.valid_from, a.id, once.valid_from LIMIT ${MOST}`;
  return joinStretches(rows)
    .flatMap(({ from, to, ...seat }) =>
      to && to <= day ? { ...seat, from: isoDay(from), until: isoDay(new Date(to.getTime() - DAY_MS)) } : [],
    )
    .sort((a, b) => b.until.localeCompare(a.until) || b.from.localeCompare(a.from));
}
