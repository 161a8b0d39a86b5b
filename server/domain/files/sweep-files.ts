import type { Parts } from '#server/domain/parts.ts';
import { storageKeys } from './storage-keys.ts';

/** How long an upload waits to be attached, in milliseconds. */
const WAITS_MS = 86_400_000;
const AT_ONCE = 200;

type Row = { storageKey: string; widths: number[] };

/** Removes files that nothing holds any more: never attached within a day, or what they hung on was purged. */
export async function sweepFiles(parts: Pick<Parts, 'db' | 'clock' | 'files'>): Promise<number> {
  const before = new Date(parts.clock.now().getTime() - WAITS_MS);
  // One statement: a file that a post is just taking is locked by it, and skipped.
  const rows = await parts.db.$queryRaw<Row[]>`
    DELETE FROM file WHERE id IN (
      SELECT f.id FROM file f
      WHERE f.created_at < ${before}
        AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.file_id = f.id)
        AND NOT EXISTS (SELECT 1 FROM person p WHERE p.photo_file_id = f.id)
      ORDER BY f.created_at LIMIT ${AT_ONCE} FOR UPDATE OF f SKIP LOCKED)
    RETURNING storage_key AS "storageKey", widths`;
  for (const key of rows.flatMap(storageKeys)) await parts.files.remove(key);
  return rows.length;
}
