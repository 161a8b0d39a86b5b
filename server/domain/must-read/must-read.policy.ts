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
export function requirable(actor: Asking, a: Prisma.Sql): Prisma.Sql {
  if (!mayRequireAnywhere(actor)) return Prisma.sql`false`;
  if (isAdministrator(actor) || grantFor(actor, 'must_read')) return Prisma.sql`true`;
  const of = (scope: 'site' | 'unit') =>
    actor.grants
      .filter((grant) => grant.kind === 'must_read' && grant.scope === scope)
      .map((grant) => grant.scopeId as string);
  return Prisma.sql`(EXISTS (SELECT 1 FROM site rs WHERE rs.audience_id = ${a} AND rs.id = ANY(${of('site')}::uuid[]))
    OR EXISTS (SELECT 1 FROM org_unit ru WHERE ru.audience_id = ${a} AND ru.id = ANY(${of('unit')}::uuid[])))`;
}

/** True if the actor may demand that this audience reads a post. */
export async function mayRequire(db: Database | Tx, actor: Asking, audienceId: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ ok: boolean }[]>`
    SELECT ${requirable(actor, Prisma.sql`${audienceId}::uuid`)} AS ok`;
  return rows[0]?.ok ?? false;
}

/** May see how many have confirmed, and enter what was signed on paper: who wrote it, and who may demand it there. */
export async function mayFollowUp(
  db: Database | Tx,
  actor: Asking & Pick<Actor, 'personId'>,
  post: { authorId: string; audienceId: string },
): Promise<boolean> {
  return post.authorId === actor.personId || (await mayRequire(db, actor, post.audienceId));
}
