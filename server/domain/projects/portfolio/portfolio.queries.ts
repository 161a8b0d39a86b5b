import { readable } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefs } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import { awaitedAt } from '#server/domain/projects/cadence/awaited.ts';
import type { PortfolioPage, ProjectCard } from '#server/domain/projects/project.view.ts';
import { holders, today } from '#server/domain/projects/project-holders.ts';
import { isMine } from '#server/domain/projects/project-refs.queries.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import {
  type Health,
  type Lifecycle,
  Prisma,
  type ProjectVisibility,
} from '#server/platform/database/schema.ts';
import { healthBars } from './health-bars.ts';
import type { PortfolioFilter } from './portfolio.schema.ts';

const PAGE = 60;
const DAY_MS = 86_400_000;

type Row = {
  id: string;
  slug: string;
  name: string;
  health: Health | null;
  lifecycle: Lifecycle;
  visibility: ProjectVisibility;
  unitId: string | null;
  unitName: string | null;
  leadId: string | null;
  lastStatusAt: Date | null;
  statusDueAt: Date | null;
  statusOverdueAt: Date | null;
  originalTargetOn: string | null;
  targetOn: string | null;
  key: string;
};

/** Text by which the portfolio is ordered and its pages are cut; the project's id breaks ties. */
const ORDERS: Record<PortfolioFilter['sort'], { key: Prisma.Sql; descending?: true }> = {
  health: {
    key: Prisma.sql`CASE p.health WHEN 'off_track' THEN '0' WHEN 'at_risk' THEN '1' WHEN 'on_track' THEN '2' ELSE '3' END || lower(p.name)`,
  },
  name: { key: Prisma.sql`lower(p.name)` },
  updated: { key: instant('p.last_status_at'), descending: true },
  stale: { key: instant('p.last_status_at') },
  slip: {
    key: Prisma.sql`to_char(coalesce(p.target_on - p.original_target_on, 0) + 1000000, 'FM0000000')`,
    descending: true,
  },
  target: { key: Prisma.sql`coalesce(p.target_on::text, '9999-12-31')` },
};

function instant(column: string): Prisma.Sql {
  return Prisma.sql`coalesce(to_char(${Prisma.raw(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), '')`;
}

/** The projects the actor may read, filtered and in order, a page at a time; `total` counts all that match. */
export async function portfolio(
  parts: Parts,
  actor: Actor,
  filter: PortfolioFilter,
  size = PAGE,
): Promise<PortfolioPage> {
  const order = ORDERS[filter.sort];
  const lead = Prisma.sql`LEFT JOIN LATERAL (
    SELECT h.person_id FROM ${holders(today(parts.clock, actor))} h
    WHERE h.project_id = p.id AND h.role = 'lead' ORDER BY h.person_id LIMIT 1) lead ON true`;
  const where = Prisma.join(
    [readable(actor, Prisma.sql`p.audience_id`), ...conditions(parts, actor, filter)],
    ' AND ',
  );
  const cursor = decodeCursor(filter.after);
  const beyond = cursor
    ? Prisma.sql`AND (${order.key}, p.id) ${order.descending ? Prisma.sql`<` : Prisma.sql`>`} (${cursor[0]}, ${cursor[1]}::uuid)`
    : Prisma.empty;
  const direction = order.descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const [rows, counted] = await Promise.all([
    parts.db.$queryRaw<Row[]>(Prisma.sql`
      SELECT p.id, p.slug, p.name, p.health::text AS health, p.lifecycle::text AS lifecycle,
        p.visibility::text AS visibility, u.id AS "unitId", u.name AS "unitName", lead.person_id AS "leadId",
        p.last_status_at AS "lastStatusAt", p.status_due_at AS "statusDueAt",
        p.status_overdue_at AS "statusOverdueAt", p.original_target_on::text AS "originalTargetOn",
        p.target_on::text AS "targetOn", ${order.key} AS key
      FROM project p LEFT JOIN org_unit u ON u.id = p.unit_id ${lead}
      WHERE ${where} ${beyond}
      ORDER BY ${order.key} ${direction}, p.id ${direction} LIMIT ${size + 1}`),
    parts.db.$queryRaw<{ total: number }[]>(
      Prisma.sql`SELECT count(*)::int AS total FROM project p ${lead} WHERE ${where}`,
    ),
  ]);
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return {
    projects: await toCards(parts, actor, page),
    next: rows.length > size && last ? encodeCursor([last.key, last.id]) : null,
    total: counted[0]?.total ?? 0,
  };
}

function conditions(parts: Parts, actor: Actor, filter: PortfolioFilter): Prisma.Sql[] {
  const list: Prisma.Sql[] = [];
  if (filter.health === 'none') list.push(Prisma.sql`p.health IS NULL`);
  else if (filter.health) list.push(Prisma.sql`p.health = ${filter.health}::health`);
  if (filter.lead)
    list.push(Prisma.sql`lead.person_id = (SELECT id FROM person WHERE handle = ${filter.lead})`);
  if (filter.unit) list.push(Prisma.sql`p.unit_id = ${filter.unit}::uuid`);
  if (filter.mine) list.push(isMine(actor));
  if (filter.lifecycle === 'current') list.push(Prisma.sql`p.lifecycle IN ('active', 'paused')`);
  else if (filter.lifecycle !== 'all') list.push(Prisma.sql`p.lifecycle = ${filter.lifecycle}::lifecycle`);
  if (filter.stale) {
    const before = new Date(parts.clock.now().getTime() - filter.stale * DAY_MS);
    list.push(Prisma.sql`(p.last_status_at IS NULL OR p.last_status_at < ${before})`);
  }
  if (filter.awaited) {
    const column = Prisma.raw(filter.awaited === 'due' ? 'p.status_due_at' : 'p.status_overdue_at');
    list.push(Prisma.sql`${column} <= ${parts.clock.now()}`);
  }
  return list;
}

function slipDays({ originalTargetOn, targetOn }: Row): number | null {
  if (!originalTargetOn || !targetOn) return null;
  return (Date.parse(targetOn) - Date.parse(originalTargetOn)) / DAY_MS;
}

async function toCards(parts: Parts, actor: Actor, rows: Row[]): Promise<ProjectCard[]> {
  const day = dayIn(actor.timeZone, parts.clock.now());
  const leadIds = rows.flatMap((row) => (row.leadId ? [row.leadId] : []));
  const [people, bars] = await Promise.all([
    personRefs(parts.db, leadIds, day),
    healthBars(
      parts.db,
      rows.map((row) => row.id),
    ),
  ]);
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    health: row.health,
    lifecycle: row.lifecycle,
    visibility: row.visibility,
    lead: row.leadId ? (people.get(row.leadId) ?? null) : null,
    unit: row.unitId && row.unitName ? { id: row.unitId, name: row.unitName } : null,
    lastStatusAt: row.lastStatusAt?.toISOString() ?? null,
    originalTargetOn: row.originalTargetOn,
    targetOn: row.targetOn,
    slipDays: slipDays(row),
    awaited: awaitedAt(row, parts.clock.now()),
    bars: bars.get(row.id) ?? [],
  }));
}

/** The leads and units that the actor's portfolio can be filtered by. */
export async function portfolioChoices(
  parts: Parts,
  actor: Actor,
): Promise<{ leads: PersonRef[]; units: { id: string; name: string }[] }> {
  const mine = readable(actor, Prisma.sql`p.audience_id`);
  const [leadRows, units] = await Promise.all([
    parts.db.$queryRaw<{ id: string }[]>(Prisma.sql`
      SELECT DISTINCT h.person_id AS id FROM project p
      JOIN ${holders(today(parts.clock, actor))} h ON h.project_id = p.id AND h.role = 'lead' WHERE ${mine}`),
    parts.db.$queryRaw<{ id: string; name: string }[]>(Prisma.sql`
      SELECT u.id, u.name FROM org_unit u
      WHERE EXISTS (SELECT 1 FROM project p WHERE p.unit_id = u.id AND ${mine}) ORDER BY lower(u.name), u.id`),
  ]);
  const day = dayIn(actor.timeZone, parts.clock.now());
  const people = await personRefs(
    parts.db,
    leadRows.map((row) => row.id),
    day,
  );
  const leads = [...people.values()].filter((person) => person.name !== '');
  return { leads: leads.sort((a, b) => a.name.localeCompare(b.name, actor.language)), units };
}

type Cursor = [key: string, id: string];

function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** A cursor that was not made here reads as the first page. */
function decodeCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(value) || typeof value[0] !== 'string' || typeof value[1] !== 'string') return null;
    return /^[0-9a-f-]{36}$/.test(value[1]) ? [value[0], value[1]] : null;
  } catch {
    return null;
  }
}
