import { type Actor, isInsider } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefs } from '#server/domain/identity/person-ref.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { isUuid } from '#server/platform/ids.ts';
import { fold } from '#server/platform/text/fold.ts';
import { awayUntil } from './absence.queries.ts';
import { toDay } from './day.ts';
import { knownTo } from './people.policy.ts';
import type { DirectoryInput } from './people.schema.ts';
import { inForce } from './relation.queries.ts';
import { seatsOf } from './seat.queries.ts';

/** One line of the directory. */
export type DirectoryRow = {
  person: PersonRef;
  title: string | null;
  unit: string | null;
  site: string | null;
  /** First day back, while away. */
  awayUntil: string | null;
};

export type DirectoryPage = {
  rows: DirectoryRow[];
  /** Goes into `after` for the page that follows; null on the last. */
  next: string | null;
  /** Exact up to {@link COUNT_LIMIT}, then one more than it. */
  total: number;
  /** Letters under which somebody is listed, `other` for names that start with none of a–z. */
  letters: string[];
};

export const DIRECTORY_PAGE = 50;
export const COUNT_LIMIT = 999;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');

type Found = { id: string; sort_name: string; site_name: string | null };

/** What narrows the directory; `chartId` stands for a project's members and must be readable by the actor. */
export type DirectoryFilter = DirectoryInput & { chartId?: string | null };

/**
 * A page of colleagues in the order of their family names, by keyset on (sort_name, id). Not listed: former
 * colleagues, erased persons, and those whose name the source withheld.
 */
export async function readDirectory(
  db: Database,
  actor: Actor,
  filter: DirectoryFilter,
  now: Date,
): Promise<DirectoryPage> {
  const today = dayIn(actor.timeZone, now);
  const listed = listedSql(actor, filter, toDay(today));
  const [found, total, letters] = await Promise.all([
    db.$queryRaw<Found[]>(pageSql(listed, filter)),
    countUpTo(db, listed),
    filledLetters(db, actor, toDay(today)),
  ]);
  const page = found.slice(0, DIRECTORY_PAGE);
  const last = found.length > DIRECTORY_PAGE ? page.at(-1) : undefined;
  return {
    rows: await hydrate(db, page, today),
    next: last ? toCursor(last) : null,
    total,
    letters,
  };
}

/** The statement of one page; exported for the test of its plan. */
export function pageSql(listed: Prisma.Sql, filter: Pick<DirectoryFilter, 'after'>): Prisma.Sql {
  const after = fromCursor(filter.after);
  const beyond = after
    ? Prisma.sql`AND (p.sort_name, p.id) > (${after.sortName}, ${after.id}::uuid)`
    : Prisma.empty;
  return Prisma.sql`
    SELECT p.id::text, p.sort_name, s.name AS site_name FROM person p LEFT JOIN site s ON s.id = p.site_id
    WHERE ${listed} ${beyond}
    ORDER BY p.sort_name, p.id LIMIT ${DIRECTORY_PAGE + 1}`;
}

/** SQL: person `p` is listed for the actor under the filter. */
export function listedSql(actor: Actor, filter: DirectoryFilter, today: string): Prisma.Sql {
  const conditions = [
    Prisma.sql`p.erased_at IS NULL AND NOT p.name_withheld AND (p.ends_on IS NULL OR p.ends_on > ${today}::date)`,
  ];
  if (!isInsider(actor)) conditions.push(knownTo(actor, Prisma.sql`p.id`, today));
  if (filter.letter) conditions.push(letterSql(filter.letter));
  if (filter.site) conditions.push(Prisma.sql`p.site_id = ${filter.site}::uuid`);
  if (filter.unit) conditions.push(Prisma.sql`p.id IN (${membersOfUnit(filter.unit, today)})`);
  if (filter.chartId) conditions.push(Prisma.sql`p.id IN (${membersOfChart(filter.chartId, today)})`);
  if (filter.skill) conditions.push(toldBy(actor, ['skills', 'ask_about'], filter.skill));
  if (filter.language) conditions.push(toldBy(actor, ['languages'], filter.language));
  for (const word of wordsOf(filter.q)) conditions.push(wordSql(word, today));
  return Prisma.join(conditions, ' AND ');
}

/** Who tells all of a skill or a language; what is for fewer eyes narrows nothing, and externals see no fields. */
function toldBy(actor: Actor, keys: string[], value: string): Prisma.Sql {
  if (!isInsider(actor)) return Prisma.sql`FALSE`;
  return Prisma.sql`p.id IN (SELECT f.person_id FROM profile_field f
    WHERE f.visibility = 'everyone' AND f.folded @> ${[fold(value.replaceAll('\0', ''))]}::text[] AND f.key = ANY(${keys}))`;
}

// A range, not LIKE: it is served by the index of the directory's order whatever the database's collation.
function letterSql(letter: string): Prisma.Sql {
  if (letter === 'other') return Prisma.sql`(p.sort_name < 'a' OR p.sort_name > 'zzzzzzzz')`;
  if (letter === 'z') return Prisma.sql`p.sort_name >= 'z' AND p.sort_name <= 'zzzzzzzz'`;
  return Prisma.sql`p.sort_name >= ${letter} AND p.sort_name < ${LETTERS[LETTERS.indexOf(letter) + 1]}`;
}

function wordsOf(text: string): string[] {
  return fold(text.replaceAll('\0', '')).split(' ').filter(Boolean).slice(0, 6);
}

/** A word matches the start of any part of the name, or stands in the title of a seat. */
function wordSql(word: string, today: string): Prisma.Sql {
  const escaped = word.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const name = Prisma.sql`(p.sort_name LIKE ${`${escaped}%`} OR p.sort_name LIKE ${`% ${escaped}%`}
    OR p.sort_name LIKE ${`%-${escaped}%`})`;
  if (word.length < 3) return name;
  return Prisma.sql`(${name} OR p.id IN (
    SELECT a.person_id FROM position po JOIN assignment a ON a.position_id = po.id AND ${inForce('a', today)}
    JOIN chart c ON c.id = po.chart_id AND c.kind = 'company'
    WHERE po.search_title LIKE ${`%${escaped}%`}))`;
}

function membersOfUnit(unitId: string, today: string): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE below AS (
      SELECT id FROM org_unit WHERE id = ${unitId}::uuid
      UNION SELECT u.id FROM org_unit u JOIN below ON u.parent_id = below.id
    )
    SELECT a.person_id FROM below JOIN position po ON po.unit_id = below.id
    JOIN assignment a ON a.position_id = po.id AND ${inForce('a', today)}`;
}

function membersOfChart(chartId: string, today: string): Prisma.Sql {
  return Prisma.sql`
    SELECT a.person_id FROM position po JOIN assignment a ON a.position_id = po.id AND ${inForce('a', today)}
    WHERE po.chart_id = ${chartId}::uuid`;
}

async function countUpTo(db: Database, listed: Prisma.Sql): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM person p WHERE ${listed} LIMIT ${COUNT_LIMIT + 1}) few`);
  return rows[0]?.count ?? 0;
}

async function filledLetters(db: Database, actor: Actor, today: string): Promise<string[]> {
  const all = { q: '', unit: null, site: null, skill: null, language: null, after: null };
  const probes = [...LETTERS, 'other'].map(
    (letter) => Prisma.sql`SELECT ${letter} AS letter WHERE EXISTS (
      SELECT 1 FROM person p WHERE ${listedSql(actor, { ...all, letter }, today)})`,
  );
  const rows = await db.$queryRaw<{ letter: string }[]>(Prisma.join(probes, ' UNION ALL '));
  return rows.map((row) => row.letter);
}

async function hydrate(db: Database, found: Found[], today: Date): Promise<DirectoryRow[]> {
  const ids = found.map((row) => row.id);
  const [refs, seats, away] = await Promise.all([
    personRefs(db, ids, today),
    seatsOf(db, ids, today),
    awayUntil(db, ids, today),
  ]);
  return found.flatMap((row) => {
    const person = refs.get(row.id);
    const seat = seats.get(row.id)?.[0];
    if (!person) return [];
    return {
      person,
      title: seat?.title ?? null,
      unit: seat?.unit?.name ?? null,
      site: row.site_name ?? seat?.site?.name ?? null,
      awayUntil: away.get(row.id) ?? null,
    };
  });
}

function toCursor(row: Found): string {
  return Buffer.from(JSON.stringify([row.sort_name, row.id])).toString('base64url');
}

// A cursor comes from an address, so anybody may write one: what cannot be read starts from the beginning.
function fromCursor(cursor: string | null): { sortName: string; id: string } | null {
  if (!cursor) return null;
  try {
    const [sortName, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof sortName === 'string' && !sortName.includes('\0') && typeof id === 'string' && isUuid(id))
      return { sortName, id };
  } catch {}
  return null;
}
