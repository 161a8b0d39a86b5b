import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';

const quoted = pg.escapeIdentifier;

/** Every table of ours with its columns; the migrations' own, and what PostgreSQL computes, are left out. */
export async function tablesOf(client: pg.Client): Promise<{ table: string; columns: string[] }[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(`
    SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY c.relname`);
  return rows;
}

/** Writes one table to a file, in PostgreSQL's own text format, and returns how many rows it has. */
export async function copyOut(
  client: pg.Client,
  table: string,
  columns: string[],
  file: string,
): Promise<number> {
  const stream = client.query(to(`COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) TO STDOUT`));
  await pipeline(stream, createWriteStream(file, { mode: 0o600 }));
  return stream.rowCount;
}

/** Fills one table from a file that {@link copyOut} wrote, and returns how many rows it took. */
export async function copyIn(
  client: pg.Client,
  table: string,
  columns: string[],
  file: string,
): Promise<number> {
  const stream = client.query(from(`COPY ${quoted(table)} (${columns.map(quoted).join(', ')}) FROM STDIN`));
  await pipeline(createReadStream(file), stream);
  return stream.rowCount;
}

/**
 * Does `work`, which empties and fills tables in any order: foreign keys are checked once, at its end. Within a
 * transaction of the caller's; needs no more than to own the tables.
 */
export async function withDeferredKeys(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string }>(`
    SELECT c.relname AS "table", k.conname AS name FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND NOT k.condeferrable`);
  const alter = async (how: string) => {
    for (const { table, name } of rows)
      await client.query(`ALTER TABLE ${quoted(table)} ALTER CONSTRAINT ${quoted(name)} ${how}`);
  };
  await alter('DEFERRABLE INITIALLY DEFERRED');
  await work();
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  await alter('NOT DEFERRABLE');
}
