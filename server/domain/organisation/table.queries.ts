import type { Actor } from '#server/domain/identity/actor.ts';
import { personRefs } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { isUuid } from '#server/platform/ids.ts';
import { fold } from '#server/platform/text/fold.ts';
import { cardsOf } from './cards.queries.ts';
import type { TablePage, TableSort } from './chart.view.ts';
import { dayOrToday } from './day.ts';
import { inForce } from './in-force.ts';
import { readChartHead } from './organisation.policy.ts';
import { type Written, written } from './written-on.ts';

const ROWS = 60;

export type TableQuestion = {
  chart: string;
  /** Only this position and everybody below it. */
  below?: string | null;
  on?: string | null;
  sort?: TableSort;
  descending?: boolean;
  /** Only rows in which each of these words occurs: in a holder's name, the title, the unit or the location. */
  filter?: string;
  /** Only seats where nobody sits on that day. */
  vacant?: boolean;
  after?: string | null;
};

/** One page of a chart as rows, sorted; the cursor holds the last row's sort value and id. */
export async function table(
  parts: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  question: TableQuestion,
): Promise<TablePage> {
  const { db } = parts;
  const day = dayOrToday(parts, question.on, 'on');
  const head = await readChartHead(db, actor, question.chart);
  const seat = written('p', day);
  const key = sortKey(question.sort ?? 'name', day, seat);
  const direction = Prisma.raw(question.descending ? 'DESC' : 'ASC');
  const cursor = readCursor(question.after);
  const below = question.below && isUuid(question.below) ? question.below : null;
  const past = Prisma.raw(question.descending ? '<' : '>');
  const after = cursor
    ? Prisma.sql`WHERE (listed.key, listed.id) ${past} (${cursor[0]}::text, ${cursor[1]}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<{ id: string; key: string; total: number }[]>`
    WITH RECURSIVE below AS (
      SELECT ${below}::uuid AS id
      UNION SELECT l.position_id FROM below JOIN reporting_line l
        ON l.manager_id = below.id AND l.kind = 'primary' AND ${inForce('l', day)}
    ), wanted AS (
      SELECT p.id, ${key.ofSeat} AS own FROM position p ${seat.joins}
      WHERE p.chart_id = ${head.id}::uuid AND ${inForce('p', day)}
        AND (${below}::uuid IS NULL OR p.id IN (SELECT id FROM below))
        AND ${rowsWanted(question, day, seat)}
    ), listed AS (
      SELECT wanted.id, COALESCE(${key.ofRow}, '') AS key, count(*) OVER () AS total FROM wanted ${key.joins}
    )
    SELECT id::text, key, total::int FROM listed ${after}
    ORDER BY key ${direction}, id ${direction} LIMIT ${ROWS + 1}`;
  const page = rows.slice(0, ROWS);
  const cards = new Map(
    (
      await cardsOf(
        parts,
        page.map((row) => row.id),
        day,
      )
    ).map((card) => [card.id, card]),
  );
  const managers = await labelsOf(
    parts,
    [...cards.values()].flatMap((card) => card.parentId ?? []),
    day,
  );
  const last = page.at(-1);
  return {
    chart: head,
    rows: page.flatMap((row) => {
      const card = cards.get(row.id);
      if (!card) return [];
      const label = card.parentId ? managers.get(card.parentId) : undefined;
      return [{ ...card, manager: card.parentId && label ? { id: card.parentId, label } : null }];
    }),
    total: rows[0]?.total ?? 0,
    next: rows.length > ROWS && last ? JSON.stringify([last.key, last.id]) : null,
  };
}

const SEATED = (day: Date) => Prisma.sql`SELECT 1 FROM assignment a JOIN person ON person.id = a.person_id
  WHERE a.position_id = p.id AND ${inForce('a', day)}`;

/** Withheld names are not found. */
function rowsWanted({ filter = '', vacant = false }: TableQuestion, day: Date, seat: Written): Prisma.Sql {
  const words = filter.slice(0, 100).split(/\s+/).filter(Boolean).slice(0, 5);
  const conditions = words.map((word) => {
    const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    return Prisma.sql`(${seat.searchTitle} LIKE ${like(fold(word))}
      OR EXISTS (${SEATED(day)} AND NOT person.name_withheld AND person.erased_at IS NULL
        AND person.sort_name LIKE ${like(fold(word))})
      OR EXISTS (SELECT 1 FROM org_unit u WHERE u.id = ${seat.unitId} AND u.name ILIKE ${like(word)})
      OR EXISTS (SELECT 1 FROM site s WHERE s.id = ${seat.siteId} AND s.name ILIKE ${like(word)}))`;
  });
  if (vacant) conditions.push(Prisma.sql`NOT EXISTS (${SEATED(day)})`);
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`;
}

/** What rows are sorted by: what a seat gives by itself (`own`), or what is joined to all of them at once. */
type SortKey = { ofSeat: Prisma.Sql; ofRow: Prisma.Sql; joins: Prisma.Sql };

/** Every key is text, so that one cursor serves all columns; numbers are padded. */
function sortKey(sort: TableSort, day: Date, seat: Written): SortKey {
  switch (sort) {
    case 'title':
      return byOwn(seat.searchTitle);
    case 'unit':
      return byOwn(Prisma.sql`(SELECT lower(u.name) FROM org_unit u WHERE u.id = ${seat.unitId})`);
    case 'site':
      return byOwn(Prisma.sql`(SELECT lower(s.name) FROM site s WHERE s.id = ${seat.siteId})`);
    case 'reports':
      return byOwn(Prisma.sql`lpad((SELECT count(*) FROM reporting_line l WHERE l.manager_id = p.id
        AND l.kind = 'primary' AND ${inForce('l', day)})::text, 8, '0')`);
    default:
      return byName(day);
  }
}

const byOwn = (own: Prisma.Sql): SortKey => ({
  ofSeat: own,
  ofRow: Prisma.sql`wanted.own`,
  joins: Prisma.empty,
});

/**
 * By the first holder's name; vacant seats and withheld names stand last. The names are joined in one go, which for
 * a whole company takes half of what looking each up does.
 */
function byName(day: Date): SortKey {
  return {
    ofSeat: Prisma.sql`NULL`,
    ofRow: Prisma.sql`COALESCE(named.sort_name, '~')`,
    joins: Prisma.sql`LEFT JOIN (
      SELECT DISTINCT ON (a.position_id) a.position_id, q.sort_name
      FROM wanted JOIN assignment a ON a.position_id = wanted.id AND ${inForce('a', day)}
      JOIN person q ON q.id = a.person_id AND NOT q.name_withheld AND q.erased_at IS NULL
      ORDER BY a.position_id, a.share DESC, a.valid_from, a.id
    ) named ON named.position_id = wanted.id`,
  };
}

function readCursor(text: string | null | undefined): [string, string] | null {
  if (!text) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return null;
    const [key, id] = value as unknown[];
    return typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? [key, id] : null;
  } catch {
    return null;
  }
}

/** Who or what each position is called in a column: the first holder's name, else the title. */
export async function labelsOf(
  parts: { db: Database | Tx },
  ids: readonly string[],
  day: Date,
): Promise<Map<string, string>> {
  const seat = written('p', day);
  const rows = await parts.db.$queryRaw<{ id: string; title: string; person_id: string | null }[]>`
    SELECT p.id::text, ${seat.title} AS title, (SELECT a.person_id::text FROM assignment a
      WHERE a.position_id = p.id AND ${inForce('a', day)} ORDER BY a.share DESC, a.valid_from, a.id LIMIT 1) AS person_id
    FROM position p ${seat.joins} WHERE p.id = ANY(${[...new Set(ids)]}::uuid[])`;
  const people = await personRefs(
    parts.db,
    rows.flatMap((row) => row.person_id ?? []),
    day,
  );
  return new Map(
    rows.map((row) => [row.id, (row.person_id && people.get(row.person_id)?.name) || row.title]),
  );
}
