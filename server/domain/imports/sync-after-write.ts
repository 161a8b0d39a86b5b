import { joinMany, leaveMany } from '#server/domain/audience/join-many.ts';
import type { DomainEvent } from '#server/domain/events.ts';
import { announceSeatGrants, type Seat } from '#server/domain/identity/grants/announce-grants.ts';
import { syncUnitMembership } from '#server/domain/organisation/sync-unit-membership.ts';
import type { Parts } from '#server/domain/parts.ts';
import { syncMembers } from '#server/domain/projects/sync-members.ts';
import type { Tx } from '#server/platform/database/client.ts';

export type Touched = {
  /** Made by this import: nobody can be listening for them yet. */
  newPersons: string[];
  persons: string[];
  projects: string[];
  charts: string[];
  /** That began, ended or changed. */
  seats: Seat[];
};

/** Above this, newcomers are not told one by one in the feed: it is the company moving in, not people joining. */
const MOST_JOINERS = 25;
/** Persons whose memberships are brought in line by one statement. */
const BATCH = 2_000;

/**
 * Brings memberships in line with what was written, and tells the other rooms, in the caller's transaction. `reached` hears
 * after each batch of persons how much of them is done, from 0 to 1.
 */
export async function syncAfterWrite(
  tx: Tx,
  parts: Pick<Parts, 'clock' | 'events'>,
  touched: Touched,
  options: { joiners: boolean; reached?: (share: number) => Promise<void> },
): Promise<void> {
  const everybody = touched.newPersons.length + touched.persons.length;
  let synced = 0;
  for (const [announce, persons] of [
    [false, touched.newPersons],
    [true, touched.persons],
  ] as const)
    for (let from = 0; from < persons.length; from += BATCH) {
      const batch = persons.slice(from, from + BATCH);
      await syncUnitMembership(tx, parts, batch, { announce });
      await syncSites(tx, parts, batch);
      synced += batch.length;
      await options.reached?.(synced / everybody);
    }
  await announceSeatGrants(tx, parts, touched.seats);
  const projects = await tx.project.findMany({
    where: { OR: [{ id: { in: touched.projects } }, { chartId: { in: touched.charts } }] },
    select: { id: true, audienceId: true, chartId: true },
  });
  for (const project of projects) await syncMembers(tx, parts, project);
  const joined =
    options.joiners && touched.newPersons.length <= MOST_JOINERS ? 'person.joined' : 'person.changed';
  const events: DomainEvent[] = [
    ...touched.newPersons.map((personId) => ({ type: joined, personId }) as const),
    ...touched.persons.map((personId) => ({ type: 'person.changed', personId }) as const),
    ...touched.charts.map((chartId) => ({ type: 'chart.changed', chartId }) as const),
    ...projects.map(({ id }) => ({ type: 'project.changed', projectId: id }) as const),
  ];
  await parts.events.publishAll(tx, events);
}

/** {@link syncSiteMembership} for many persons at once. */
async function syncSites(
  tx: Tx,
  parts: Pick<Parts, 'clock' | 'events'>,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  const rows = await tx.$queryRaw<{ personId: string; wanted: string | null; current: string | null }[]>`
    SELECT p.id::text AS "personId", s.audience_id::text AS wanted, m.audience_id::text AS current
    FROM person p LEFT JOIN site s ON s.id = p.site_id
    LEFT JOIN audience_membership m ON m.person_id = p.id AND m.cause = 'site' AND m.valid_to IS NULL
    WHERE p.id = ANY(${personIds}::uuid[]) AND s.audience_id IS DISTINCT FROM m.audience_id`;
  const leaving = rows.flatMap(({ personId, current }) =>
    current ? [{ personId, audienceId: current }] : [],
  );
  const joining = rows.flatMap(({ personId, wanted }) => (wanted ? [{ personId, audienceId: wanted }] : []));
  await leaveMany(tx, parts, leaving, { cause: 'site' });
  await joinMany(tx, parts, joining, { cause: 'site' });
}
