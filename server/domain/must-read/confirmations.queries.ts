import { loadEntry } from '#server/domain/conversation/load-entry.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Feature } from '#server/domain/organisation/sites/features.schema.ts';
import type { Database } from '#server/platform/database/client.ts';
import type { ReadingWay } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { mayFollowUp } from './must-read.policy.ts';
import { type Cell, type ToldCounts, tellCounts } from './tell-counts.ts';

// Names are for sites whose works agreement allows it.
const NAMES: Feature = 'must_read_names';

export type ConfirmationsView = ToldCounts & {
  dueAt: string;
  /** How: on an own device, at a terminal, on paper; null where the whole number is withheld. */
  ways: Record<ReadingWay, number> | null;
  /** Confirmed another wording than today's; 0 as well where the whole number is withheld. */
  earlierWording: number;
  /** Who has not confirmed, of sites whose works agreement allows to see it; null where none does. */
  open: { person: PersonRef; site: string }[] | null;
};

type Totals = { due_at: Date; earlier: number } & Record<ReadingWay, number>;

/**
 * How far the reading of a post is: numbers as far as they tell nobody's state ({@link tellCounts}), and names only where
 * the site's works agreement switches them on. Who has left the company since is not counted.
 * @throws AppError not_found, forbidden
 */
export async function confirmations(db: Database, actor: Actor, entryId: string): Promise<ConfirmationsView> {
  const entry = await loadEntry(db, actor, entryId);
  if (!(await mayFollowUp(db, actor, entry))) throw new AppError('forbidden');
  const [[totals], cells, agreed] = await Promise.all([
    db.$queryRaw<Totals[]>`
      SELECT r.due_at, count(*) FILTER (WHERE c.revision < e.revision)::int AS earlier,
        count(*) FILTER (WHERE c.way = 'own_device')::int AS own_device,
        count(*) FILTER (WHERE c.way = 'terminal')::int AS terminal, count(*) FILTER (WHERE c.way = 'paper')::int AS paper
      FROM required_reading r JOIN entry e ON e.id = r.entry_id
      LEFT JOIN (reading_confirmation c JOIN person p ON p.id = c.person_id AND (p.ends_on IS NULL OR p.ends_on > CURRENT_DATE))
        ON c.entry_id = r.entry_id
      WHERE r.entry_id = ${entryId}::uuid GROUP BY r.due_at`,
    db.$queryRaw<Cell[]>`
      SELECT s.name AS site, u.name AS unit, count(*)::int AS must, count(c.confirmed_at)::int AS confirmed,
        EXISTS (SELECT 1 FROM feature_switch f
          WHERE f.site_id = s.id AND f.feature = ${NAMES} AND f.enabled) AS named
      FROM reading_confirmation c JOIN person p ON p.id = c.person_id AND (p.ends_on IS NULL OR p.ends_on > CURRENT_DATE)
      LEFT JOIN site s ON s.id = p.site_id
      LEFT JOIN LATERAL (SELECT ou.id, ou.name FROM assignment a JOIN position pos ON pos.id = a.position_id
        JOIN chart ch ON ch.id = pos.chart_id AND ch.kind = 'company' JOIN org_unit ou ON ou.id = pos.unit_id
        WHERE a.person_id = p.id AND (a.valid_to IS NULL OR a.valid_to > CURRENT_DATE)
        ORDER BY a.main DESC, a.valid_from LIMIT 1) u ON true
      WHERE c.entry_id = ${entryId}::uuid GROUP BY s.id, s.name, u.id, u.name ORDER BY s.name, u.name`,
    db.featureSwitch.findMany({ where: { feature: NAMES, enabled: true }, select: { siteId: true } }),
  ]);
  if (!totals) throw new AppError('not_found');
  const told = tellCounts(cells);
  const { due_at: dueAt, earlier, ...ways } = totals;
  const siteIds = agreed.map(({ siteId }) => siteId);
  return {
    ...told,
    dueAt: dueAt.toISOString(),
    ways: told.confirmed === null ? null : ways,
    earlierWording: told.confirmed === null ? 0 : earlier,
    open: siteIds.length > 0 ? await openOf(db, entryId, siteIds) : null,
  };
}

async function openOf(db: Database, entryId: string, siteIds: string[]) {
  return db.$queryRaw<{ person: PersonRef; site: string }[]>`
    SELECT ${personRefJson('p')} AS person, s.name AS site
    FROM reading_confirmation c JOIN person p ON p.id = c.person_id AND (p.ends_on IS NULL OR p.ends_on > CURRENT_DATE)
    JOIN site s ON s.id = p.site_id
    WHERE c.entry_id = ${entryId}::uuid AND c.confirmed_at IS NULL AND p.site_id = ANY(${siteIds}::uuid[])
    ORDER BY s.name, p.sort_name`;
}
