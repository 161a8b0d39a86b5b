import type { Entity, Values } from '#server/domain/imports/plan/plan.ts';
import { TABLES } from '#server/domain/imports/table/table-columns.ts';
import { KEPT_FIELDS, keepPositionPast } from '#server/domain/organisation/keep-position-past.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';

export type Row = { id: string; values: Values };

const BATCH = 1_000;

/** Inserts rows in batches of a thousand, one statement each; `wrote` hears how many after each. */
export async function insertRows(
  tx: Tx,
  entity: Entity,
  rows: readonly Row[],
  now: Date,
  wrote: (count: number) => Promise<void>,
): Promise<void> {
  for (const group of sameFields(rows))
    for (const batch of batches(group.rows)) {
      const { table, columns, stamped } = TABLES[entity];
      const fields = group.fields.filter((field) => columns[field]);
      const names = fields.map((field) => Prisma.raw(`"${columns[field]?.name}"`));
      const values = fields.map((field) => Prisma.raw(`r."${field}"`));
      const stamps =
        stamped === 'both' ? ['created_at', 'updated_at'] : stamped === 'created' ? ['created_at'] : [];
      await tx.$executeRaw`
        INSERT INTO ${Prisma.raw(`"${table}"`)} (${Prisma.join([Prisma.raw('id'), ...names, ...stamps.map((name) => Prisma.raw(name))])})
        SELECT ${Prisma.join([Prisma.raw('r.id'), ...values, ...stamps.map(() => Prisma.sql`${now}::timestamptz`)])}
        FROM ${recordset(entity, fields, batch)}`;
      await wrote(batch.length);
    }
}

/** Updates rows in batches; rows that change the same fields share a statement. */
export async function updateRows(
  tx: Tx,
  entity: Entity,
  rows: readonly Row[],
  now: Date,
  wrote: (count: number) => Promise<void>,
): Promise<void> {
  for (const group of sameFields(rows))
    for (const batch of batches(group.rows)) {
      const { table, columns, stamped } = TABLES[entity];
      const fields = group.fields.filter((field) => columns[field]);
      const sets = fields.map((field) => Prisma.raw(`"${columns[field]?.name}" = r."${field}"`));
      if (stamped === 'both') sets.push(Prisma.sql`updated_at = ${now}::timestamptz`);
      if (entity === 'position' && KEPT_FIELDS.some((field) => fields.includes(field)))
        await keepPositionPast(
          tx,
          batch.map((row) => row.id),
          dayIn('UTC', now),
        );
      await tx.$executeRaw`
        UPDATE ${Prisma.raw(`"${table}"`)} t SET ${Prisma.join(sets)}
        FROM ${recordset(entity, fields, batch)} WHERE t.id = r.id`;
      await wrote(batch.length);
    }
}

/** Reads the present values of rows, days as YYYY-MM-DD; a row that is gone is missing. */
export async function readRowsById(
  tx: Tx,
  entity: Entity,
  ids: readonly string[],
): Promise<Map<string, Values>> {
  const { table, columns } = TABLES[entity];
  const fields = Object.entries(columns).map(([field, column]) =>
    Prisma.raw(
      column.type === 'int' || column.type === 'boolean'
        ? `'${field}', t."${column.name}"`
        : `'${field}', t."${column.name}"::text`,
    ),
  );
  const found = new Map<string, Values>();
  for (const batch of batches(ids)) {
    const rows = await tx.$queryRaw<{ id: string; values: Values }[]>`
      SELECT t.id::text, jsonb_build_object(${Prisma.join(fields)}) AS values
      FROM ${Prisma.raw(`"${table}"`)} t WHERE t.id = ANY(${batch}::uuid[])`;
    for (const row of rows) found.set(row.id, row.values);
  }
  return found;
}

/** Deletes rows by id, in batches. */
export async function deleteRows(tx: Tx, table: string, ids: readonly string[]): Promise<void> {
  for (const batch of batches(ids))
    await tx.$executeRaw`DELETE FROM ${Prisma.raw(`"${table}"`)} WHERE id = ANY(${batch}::uuid[])`;
}

function recordset(entity: Entity, fields: readonly string[], rows: readonly Row[]): Prisma.Sql {
  const { columns } = TABLES[entity];
  const types = ['id uuid', ...fields.map((field) => `"${field}" ${columns[field]?.type}`)].join(', ');
  const json = JSON.stringify(rows.map((row) => ({ id: row.id, ...row.values })));
  return Prisma.sql`jsonb_to_recordset(${json}::jsonb) AS r(${Prisma.raw(types)})`;
}

function sameFields(rows: readonly Row[]): { fields: string[]; rows: Row[] }[] {
  const groups = new Map<string, { fields: string[]; rows: Row[] }>();
  for (const row of rows) {
    const fields = Object.keys(row.values).sort();
    const key = fields.join(' ');
    const group = groups.get(key) ?? { fields, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function batches<T>(items: readonly T[]): T[][] {
  const cut: T[][] = [];
  for (let from = 0; from < items.length; from += BATCH) cut.push(items.slice(from, from + BATCH));
  return cut;
}
