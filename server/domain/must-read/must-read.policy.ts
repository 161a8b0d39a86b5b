import { type Actor, grantFor, isAdministrator, isInsider, mayWrite } from '#server/domain/identity/actor.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';

type Asking = Pick<Actor, 'role' | 'grants'>;

/** May demand of somebody, somewhere, that they read a post: a granted right, and administration. */
export function mayRequireAnywhere(actor: Asking): boolean {
  const granted = actor.grants.some((grant) => grant.kind === 'must_read');
  return mayWrite(actor) && isInsider(actor) && (isAdministrator(actor) || granted);
}

/** SQL: of the audiences `a`, those of which the actor may demand it: all, or those of the sites and units granted. */
function requirable(actor: Asking, a: Prisma.Sql): Prisma.Sql {
  if (!mayRequireAnywhere(actor)) return Prisma.sql`false`;
  if (isAdministrator(actor) || grantFor(actor, 'must_read')) return Prisma.sql`true`;
  const of = (scope: 'site' | 'unit') =>
    actor.grants
      .filter((grant) => grant.kind === 'must_read' && grant.scope === scope)
      .map((grant) => grant.scopeId as string);
  return Prisma.sql`(EXISTS (SELECT 1 FROM site rs WHERE rs.audience_id = ${a} AND rs.id = ANY(${of('site')}::uuid[]))
    OR EXISTS (SELECT 1 FROM org_unit ru WHERE ru.audience_id = ${a} AND ru.id = ANY(${of('unit')}::uuid[])))`;
}

/** Those of some audiences of which the actor may demand it; asks the database only for whom it may be any. */
export async function requirableAmong(
  db: Database | Tx,
  actor: Asking,
  audienceIds: readonly string[],
): Promise<Set<string>> {
  if (!mayRequireAnywhere(actor) || audienceIds.length === 0) return new Set();
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id::text FROM unnest(${[...new Set(audienceIds)]}::uuid[]) a(id)
    WHERE ${requirable(actor, Prisma.sql`a.id`)}`;
  return new Set(rows.map((row) => row.id));
}

/** True if the actor may demand that this audience reads a post. */
export async function mayRequire(db: Database | Tx, actor: Asking, audienceId: string): Promise<boolean> {
  return (await requirableAmong(db, actor, [audienceId])).has(audienceId);
}

/** May see how many have confirmed, and enter what was signed on paper: who wrote it, and who may demand it there. */
export async function mayFollowUp(
  db: Database | Tx,
  actor: Asking & Pick<Actor, 'personId'>,
  post: { authorId: string; audienceId: string },
): Promise<boolean> {
  return post.authorId === actor.personId || (await mayRequire(db, actor, post.audienceId));
}
