import { type Actor, isInsider } from '#server/domain/identity/actor.ts';
import { allowedAtSiteOf } from '#server/domain/organisation/sites/site-features.queries.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/** Whether anybody may be told that this person has a page open: where the works agreement of their site allows it. */
export async function showsPresence(db: Database, personId: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ ok: boolean }[]>`
    SELECT ${allowedAtSiteOf(Prisma.sql`${personId}::uuid`, 'presence')} AS ok`;
  return rows[0]?.ok ?? false;
}

/** May see that a colleague is here: everybody inside the company, where it may be told at all. */
export async function maySeePresence(
  db: Database,
  actor: Pick<Actor, 'role'>,
  personId: string,
): Promise<boolean> {
  return isInsider(actor) && (await showsPresence(db, personId));
}
