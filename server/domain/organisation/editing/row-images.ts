import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';

const TABLES = ['position', 'position_past', 'reporting_line', 'assignment'] as const;
type Table = (typeof TABLES)[number];
type Row = Record<string, unknown>;

/** A row of a chart as it stands in its table. */
export type RowImage = { table: Table; key: string; row: Row };
/** A row that an edit touched; null where it was not there. */
export type RowChange = { table: Table; key: string; before: Row | null; after: Row | null };

/** Which rows an edit of these seats may touch: the seats, their lines, who sits there and where else those sit. */
export type Reach = {
  positionIds: readonly string[];
  /** Only their lines. */
  reportIds?: readonly string[];
  personIds?: readonly string[];
};

/** Written by themselves, or again at each change: they say nothing about who edited what. */
const UNTOLD = ['updated_at', 'vacant_since'];

export async function readRows(tx: Tx, reach: Reach): Promise<RowImage[]> {
  const seats = Prisma.sql`${[...reach.positionIds]}::uuid[]`;
  const lines = Prisma.sql`${[...reach.positionIds, ...(reach.reportIds ?? [])]}::uuid[]`;
  const persons = Prisma.sql`${[...(reach.personIds ?? [])]}::uuid[]`;
  return tx.$queryRaw<RowImage[]>`
    SELECT 'position' AS "table", p.id::text AS key, to_jsonb(p) AS row FROM position p WHERE p.id = ANY(${seats})
    UNION ALL SELECT 'position_past', p.position_id || ' ' || p.valid_from, to_jsonb(p)
      FROM position_past p WHERE p.position_id = ANY(${seats})
    UNION ALL SELECT 'reporting_line', l.id::text, to_jsonb(l) FROM reporting_line l WHERE l.position_id = ANY(${lines})
    UNION ALL SELECT 'assignment', a.id::text, to_jsonb(a) FROM assignment a
      WHERE a.position_id = ANY(${seats}) OR a.person_id = ANY(${persons})
    ORDER BY 1, 2`;
}

/** What is different between two readings of one reach. */
export function changedRows(before: readonly RowImage[], after: readonly RowImage[]): RowChange[] {
  const name = (image: RowImage) => `${image.table} ${image.key}`;
  const old = new Map(before.map((image) => [name(image), image]));
  const now = new Map(after.map((image) => [name(image), image]));
  return [...new Map([...old, ...now]).keys()].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const image = was ?? is;
    if (!image || sameRow(was?.row ?? null, is?.row ?? null)) return [];
    return [{ table: image.table, key: image.key, before: was?.row ?? null, after: is?.row ?? null }];
  });
}

/** Whether two images of a row say the same to whoever edits it. */
export function sameRow(one: Row | null, other: Row | null): boolean {
  return isDeepStrictEqual(told(one), told(other));
}

function told(row: Row | null): Row | null {
  return row && Object.fromEntries(Object.entries(row).filter(([column]) => !UNTOLD.includes(column)));
}

/**
 * A mark of all that is written about a seat: its fields, its lines, who sits there. Whoever sends an edit with the
 * mark of another state has not seen what somebody else did meanwhile, by hand or by import.
 */
export async function positionVersion(tx: Tx, positionId: string): Promise<string> {
  const rows = await readRows(tx, { positionIds: [positionId] });
  const text = JSON.stringify(rows.map(({ table, key, row }) => [table, key, told(row)]));
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** What is now in the rows that an edit touched. */
export async function currentRows(tx: Tx, changes: readonly RowChange[]): Promise<Map<string, Row>> {
  const keys = (table: Table) => changes.filter((change) => change.table === table).map(({ key }) => key);
  const rows = await tx.$queryRaw<RowImage[]>`
    SELECT 'position' AS "table", p.id::text AS key, to_jsonb(p) AS row FROM position p
      WHERE p.id = ANY(${keys('position')}::uuid[])
    UNION ALL SELECT 'position_past', p.position_id || ' ' || p.valid_from, to_jsonb(p) FROM position_past p
      WHERE p.position_id || ' ' || p.valid_from = ANY(${keys('position_past')})
        AND p.position_id = ANY(${keys('position_past').map((key) => key.slice(0, 36))}::uuid[])
    UNION ALL SELECT 'reporting_line', l.id::text, to_jsonb(l) FROM reporting_line l
      WHERE l.id = ANY(${keys('reporting_line')}::uuid[])
    UNION ALL SELECT 'assignment', a.id::text, to_jsonb(a) FROM assignment a
      WHERE a.id = ANY(${keys('assignment')}::uuid[])`;
  return new Map(rows.map(({ table, key, row }) => [`${table} ${key}`, row]));
}

/** Puts rows back as they were before. What was made goes first, so that no two periods meet. */
export async function putBack(tx: Tx, changes: readonly RowChange[]): Promise<void> {
  for (const table of TABLES.toReversed()) {
    // A seat stays in its place while it is put back: others hang on it.
    const rewritten = changes.filter((change) => change.table === table && change.after !== null);
    const removed = table === 'position' ? rewritten.filter(({ before }) => before === null) : rewritten;
    for (const change of removed) await remove(tx, change);
  }
  for (const table of TABLES) {
    for (const { before, after } of changes.filter((change) => change.table === table)) {
      if (!before) continue;
      if (table === 'position' && after) await rewriteSeat(tx, before);
      else await insert(tx, table, before);
    }
  }
}

async function remove(tx: Tx, { table, key }: RowChange): Promise<void> {
  if (table === 'position_past') {
    const [id, day] = key.split(' ');
    await tx.$executeRaw`DELETE FROM position_past WHERE position_id = ${id}::uuid AND valid_from = ${day}::date`;
  } else await tx.$executeRaw`DELETE FROM ${Prisma.raw(table)} WHERE id = ${key}::uuid`;
}

async function insert(tx: Tx, table: Table, row: Row): Promise<void> {
  const name = Prisma.raw(`"${table}"`);
  await tx.$executeRaw`
    INSERT INTO ${name} SELECT * FROM jsonb_populate_record(NULL::${name}, ${JSON.stringify(row)}::jsonb)`;
}

async function rewriteSeat(tx: Tx, row: Row): Promise<void> {
  await tx.$executeRaw`
    UPDATE position p SET title = r.title, search_title = r.search_title, unit_id = r.unit_id, site_id = r.site_id,
      grade = r.grade, rank = r.rank, valid_from = r.valid_from, valid_to = r.valid_to, updated_at = now()
    FROM jsonb_populate_record(NULL::"position", ${JSON.stringify(row)}::jsonb) r WHERE p.id = r.id`;
}
