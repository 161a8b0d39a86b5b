import { loadEntry } from '#server/domain/conversation/load-entry.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Feature } from '#server/domain/organisation/sites/features.schema.ts';
import type { Database } from '#server/platform/database/client.ts';
import type { ReadingWay } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { mayFollowUp } from './must-read.policy.ts';

/** Fewer would be names in disguise. */
const LEAST_IN_A_GROUP = 5;
// Names are for sites whose works agreement allows it.
const NAMES: Feature = 'must_read_names';

export type ConfirmationCount = {
  /** The site or unit; null for those of groups too small to be shown by themselves. */
  name: string | null;
  must: number;
  confirmed: number;
};

export type ConfirmationsView = {
  dueAt: string;
  must: number;
  confirmed: number;
  /** How: on an own device, at a terminal, on paper. */
  ways: Record<ReadingWay, number>;
  /** Confirmed another wording than today's. */
  earlierWording: number;
  sites: ConfirmationCount[];
  units: ConfirmationCount[];
  /** Who has not confirmed, of sites whose works agreement allows to see it; null where none does. */
  open: { person: PersonRef; site: string }[] | null;
};

type Totals = { due_at: Date; must: number; confirmed: number; earlier: number } & Record<ReadingWay, number>;

/**
 * How far the reading of a post is: numbers, never of groups under five, and names only where the site's works agreement
 * switches them on. Who has left the company since is not counted.
 * @throws AppError not_found, forbidden
 */
export async function confirmations(db: Database, actor: Actor, entryId: string): Promise<ConfirmationsView> {
  const entry = await loadEntry(db, actor, entryId);
  if (!(await mayFollowUp(db, actor, entry))) throw new AppError('forbidden');
  const [[totals], sites, units, agreed] = await Promise.all([
    db.$queryRaw<Totals[]>`
      SELECT r.due_at, count(c.person_id)::int AS must, count(c.confirmed_at)::int AS confirmed,
        count(*) FILTER (WHERE c.revision < e.revision)::int AS earlier,
        count(*) FILTER (WHERE c.way = 'own_device')::int AS own_device,
        count(*) FILTER (WHERE c.way = 'terminal')::int AS terminal, count(*) FILTER (WHERE c.way = 'paper')::int AS paper
      FROM required_reading r JOIN entry e ON e.id = r.entry_id
      LEFT JOIN (reading_confirmation c JOIN person p ON p.id = c.person_id AND (p.ends_on IS NULL OR p.ends_on > CURRENT_DATE))
        ON c.entry_id = r.entry_id
      WHERE r.entry_id = ${entryId}::uuid GROUP BY r.due_at`,
    db.$queryRaw<ConfirmationCount[]>`
      SELECT s.name, count(*)::int AS must, count(c.confirmed_at)::int AS confirmed
      FROM reading_confirmation c JOIN person p ON p.id = c.person_id AND (p.ends_on IS NULL OR p.ends_on > CURRENT_DATE)
      LEFT JOIN site s ON s.id = p.site_id
      WHERE c.entry_id = ${entryId}::uuid GROUP BY s.name ORDER BY s.name`,
    db.$queryRaw<ConfirmationCount[]>`
      SELECT u.name, count(*)::int AS must, count(c.confirmed_at)::int AS confirmed
      FROM reading_confirmation c JOIN person p ON p.id = c.person_id AND (p.ends_on IS NULL OR p.ends_on > CURRENT_DATE)
      LEFT JOIN LATERAL (SELECT ou.id, ou.name FROM assignment a JOIN position pos ON pos.id = a.position_id
        JOIN chart ch ON ch.id = pos.chart_id AND ch.kind = 'company' JOIN org_unit ou ON ou.id = pos.unit_id
        WHERE a.person_id = p.id AND (a.valid_to IS NULL OR a.valid_to > CURRENT_DATE)
        ORDER BY a.main DESC, a.valid_from LIMIT 1) u ON true
      WHERE c.entry_id = ${entryId}::uuid GROUP BY u.id, u.name ORDER BY u.name`,
    db.featureSwitch.findMany({ where: { feature: NAMES, enabled: true }, select: { siteId: true } }),
  ]);
  if (!totals) throw new AppError('not_found');
  return {
    dueAt: totals.due_at.toISOString(),
    must: totals.must,
    confirmed: totals.confirmed,
    ways: { own_device: totals.own_device, terminal: totals.terminal, paper: totals.paper },
    earlierWording: totals.earlier,
    sites: withoutSmall(sites),
    units: withoutSmall(units),
    open:
      agreed.length > 0
        ? await openOf(
            db,
            entryId,
            agreed.map(({ siteId }) => siteId),
          )
        : null,
  };
}

/** Small groups are told together; where even those are few, with the next larger one. */
function withoutSmall(groups: ConfirmationCount[]): ConfirmationCount[] {
  const sorted = [...groups].sort((a, b) => a.must - b.must);
  const rest: ConfirmationCount = { name: null, must: 0, confirmed: 0 };
  const joined = new Set<ConfirmationCount>();
  for (const group of sorted) {
    const small = group.name === null || group.must < LEAST_IN_A_GROUP;
    if (!small && (rest.must === 0 || rest.must >= LEAST_IN_A_GROUP)) continue;
    rest.must += group.must;
    rest.confirmed += group.confirmed;
    joined.add(group);
  }
  const shown = groups.filter((group) => !joined.has(group));
  return rest.must > 0 ? [...shown, rest] : shown;
}

async function openOf(db: Database, entryId: string, siteIds: string[]) {
  return db.$queryRaw<{ person: PersonRef; site: string }[]>`
    SELECT ${personRefJson('p')} AS person, s.name AS site
    FROM reading_confirmation c JOIN person p ON p.id = c.person_id AND (p.ends_on IS NULL OR p.ends_on > CURRENT_DATE)
    JOIN site s ON s.id = p.site_id
    WHERE c.entry_id = ${entryId}::uuid AND c.confirmed_at IS NULL AND p.site_id = ANY(${siteIds}::uuid[])
    ORDER BY s.name, p.sort_name`;
}
