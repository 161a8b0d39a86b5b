import type { Actor } from '#server/domain/identity/actor.ts';
import { allowedAtSiteOf } from '#server/domain/organisation/sites/site-features.queries.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/**
 * May look through what one person wrote: everybody through their own, through others' where the works agreement of
 * the author's site allows it (BetrVG § 87 (1) no. 6).
 */
export async function maySearchByAuthor(
  db: Database,
  actor: Pick<Actor, 'personId'>,
  authorId: string,
): Promise<boolean> {
  if (authorId === actor.personId) return true;
  const rows = await db.$queryRaw<{ ok: boolean }[]>`
    SELECT ${allowedAtSiteOf(Prisma.sql`${authorId}::uuid`, 'search_by_author')} AS ok`;
  return rows[0]?.ok ?? false;
}
