import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/** Profiles that are looked at for what there is to choose: in a large company that tells enough. */
const LOOKED_AT = 2_000;
const SHOWN = 80;

/** Skills and topics, or languages, that people tell all about: the most frequent ones, in the order of the alphabet. */
export async function toldTags(db: Database, keys: string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>(Prisma.sql`
    SELECT min(tag.name) AS name FROM (
      SELECT f.values, f.folded FROM profile_field f
      WHERE f.visibility = 'everyone' AND f.key = ANY(${keys}) LIMIT ${LOOKED_AT}) few
    CROSS JOIN LATERAL unnest(few.values, few.folded) AS tag(name, folded)
    WHERE tag.folded <> '' GROUP BY tag.folded ORDER BY count(*) DESC, tag.folded LIMIT ${SHOWN}`);
  return rows.map((row) => row.name).sort((a, b) => a.localeCompare(b));
}
