import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefs } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { isUuid } from '#server/platform/ids.ts';
import { isoDay, today } from '../day.ts';
import { inForce } from '../in-force.ts';
import { readChartHead } from '../organisation.policy.ts';
import { written, writtenOn } from '../written-on.ts';
import { type Between, between } from './between.ts';
import type { ChangeKind, ChangePage, ChartChange, SeatThen } from './change.view.ts';
import { changed } from './changed.ts';

type Read = Pick<Parts, 'db' | 'clock'>;

/** The order in which they are listed. */
const KINDS: readonly ChangeKind[] = ['joined', 'left', 'moved', 'renamed', 'added', 'ended'];
const ROWS = 60;

export type ChangeQuestion = {
  /** "company" or a chart's id. */
  chart: string;
  /** The other day; which of the two is earlier does not matter. */
  since: string;
  on?: string | null;
  /** Only these. */
  kind?: string | null;
  after?: string | null;
};

/**
 * What is different in a chart between two days: how many of each kind, and one page of them, by kind and name.
 * @throws AppError not_found when there is no such chart for the actor; invalid for a day that is none
 */
export async function changes(parts: Read, actor: Actor, question: ChangeQuestion): Promise<ChangePage> {
  const { db } = parts;
  const days = between(parts, question);
  const head = await readChartHead(db, actor, question.chart);
  const change = changed(head.id, days);
  const kind = KINDS.find((one) => one === question.kind);
  const counted = await db.$queryRaw<{ kind: ChangeKind; n: number }[]>`
    WITH ${change} SELECT kind, count(*)::int AS n FROM change GROUP BY kind`;
  const cursor = readCursor(question.after);
  const rows = await db.$queryRaw<Row[]>`
    WITH ${change}, listed AS (
      SELECT change.*, array_position(${[...KINDS]}::text[], change.kind) AS place,
        COALESCE(person.sort_name, seat.search_title, '') AS name
      FROM change
      LEFT JOIN person ON person.id = change.person_id AND NOT person.name_withheld AND person.erased_at IS NULL
      LEFT JOIN position seat ON seat.id = COALESCE(change.after_id, change.before_id)
      WHERE ${kind ?? null}::text IS NULL OR change.kind = ${kind ?? null}::text
    )
    SELECT id::text, kind, person_id::text, before_id::text, after_id::text, place, name FROM listed
    ${cursor ? Prisma.sql`WHERE (place, name, id) > (${cursor[0]}::int, ${cursor[1]}::text, ${cursor[2]}::uuid)` : Prisma.empty}
    ORDER BY place, name, id LIMIT ${ROWS + 1}`;
  const page = rows.slice(0, ROWS);
  const last = page.at(-1);
  const counts = Object.fromEntries(
    KINDS.map((one) => [one, counted.find((row) => row.kind === one)?.n ?? 0]),
  ) as Record<ChangeKind, number>;
  return {
    since: isoDay(days.since),
    on: isoDay(days.on),
    counts,
    rows: await present(parts, page, days),
    next: rows.length > ROWS && last ? JSON.stringify([last.place, last.name, last.id]) : null,
  };
}

type Row = {
  id: string;
  kind: ChangeKind;
  person_id: string | null;
  before_id: string | null;
  after_id: string | null;
  place: number;
  name: string;
};

async function present(parts: Read, rows: Row[], days: Between): Promise<ChartChange[]> {
  const ids = (one: 'before_id' | 'after_id') => rows.flatMap((row) => row[one] ?? []);
  const before = await seatsOn(parts, ids('before_id'), days.since);
  const after = await seatsOn(parts, ids('after_id'), days.on);
  const mentioned = [...before.values(), ...after.values()].flatMap((seat) => [
    ...seat.holderIds,
    ...(seat.managerHolder ? [seat.managerHolder] : []),
  ]);
  const people = await personRefs(
    parts.db,
    [...mentioned, ...rows.flatMap((row) => row.person_id ?? [])],
    today(parts),
  );
  return rows.map((row) => {
    const now = row.after_id ? after.get(row.after_id) : undefined;
    const then = row.before_id ? before.get(row.before_id) : undefined;
    return {
      id: row.id,
      kind: row.kind,
      person: row.person_id ? (people.get(row.person_id) ?? null) : null,
      holders: row.person_id ? [] : ((now ?? then)?.holderIds.flatMap((id) => people.get(id) ?? []) ?? []),
      before: then ? toSeat(then, people) : null,
      after: now ? toSeat(now, people) : null,
    };
  });
}

type SeatRow = Omit<SeatThen, 'manager'> & {
  managerTitle: string | null;
  managerHolder: string | null;
  holderIds: string[];
};

/** What stood on seats on a day, who sat there, and to whom they reported, in one query. */
async function seatsOn({ db }: Read, ids: string[], day: Date): Promise<Map<string, SeatRow>> {
  if (ids.length === 0) return new Map();
  const manager = written('m', day);
  const rows = await db.$queryRaw<SeatRow[]>`
    SELECT p.id::text AS "positionId", written.title, u.name AS unit, s.name AS site, ${manager.title} AS "managerTitle",
      (SELECT a.person_id::text FROM assignment a WHERE a.position_id = m.id AND ${inForce('a', day)}
       ORDER BY a.share DESC, a.valid_from, a.id LIMIT 1) AS "managerHolder",
      ARRAY(SELECT a.person_id::text FROM assignment a WHERE a.position_id = p.id AND ${inForce('a', day)}
       ORDER BY a.share DESC, a.valid_from, a.id) AS "holderIds"
    FROM position p
    CROSS JOIN LATERAL (${writtenOn(day)}) written
    LEFT JOIN org_unit u ON u.id = written.unit_id
    LEFT JOIN site s ON s.id = written.site_id
    LEFT JOIN reporting_line l ON l.position_id = p.id AND l.kind = 'primary' AND ${inForce('l', day)}
    LEFT JOIN position m ON m.id = l.manager_id ${manager.joins}
    WHERE p.id = ANY(${[...new Set(ids)]}::uuid[])`;
  return new Map(rows.map((row) => [row.positionId, row]));
}

function toSeat(row: SeatRow, people: Map<string, PersonRef>): SeatThen {
  const { positionId, title, unit, site, managerTitle, managerHolder } = row;
  const manager = (managerHolder && people.get(managerHolder)?.name) || managerTitle;
  return { positionId, title, unit, site, manager };
}

function readCursor(text: string | null | undefined): [number, string, string] | null {
  if (!text) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return null;
    const [place, name, id] = value as unknown[];
    const sound = Number.isInteger(place) && typeof name === 'string' && typeof id === 'string' && isUuid(id);
    return sound ? [place as number, name, id as string] : null;
  } catch {
    return null;
  }
}
