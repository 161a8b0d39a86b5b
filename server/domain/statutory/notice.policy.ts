import { type Actor, isInsider, isPeopleOperations, mayWrite } from '#server/domain/identity/actor.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/**
 * May hang up and take down notices: people operations, and whoever speaks for an office (the works council has notices
 * of its own to hang up, BetrVG § 40). Everybody who signs in may read them.
 */
export function mayHangNotices(actor: Pick<Actor, 'role' | 'grants' | 'suspended'>): boolean {
  const speaksForOffice = actor.grants.some(({ kind, scope }) => kind === 'speak_for' && scope === 'office');
  return mayWrite(actor) && isInsider(actor) && (isPeopleOperations(actor) || speaksForOffice);
}

/**
 * SQL: search finds the notice `n` for the actor: what hangs on the day, or hung before it, at their site or at every
 * site; for whoever may hang up notices, all of them. Notices of other sites are read at `/notices`, where one chooses
 * the site: among the results they would look as if they were meant for the reader.
 * @param day as 2026-12-01, by the reader's clock
 */
export function noticeFindable(
  actor: Pick<Actor, 'role' | 'grants' | 'suspended' | 'siteId'>,
  day: string,
): Prisma.Sql {
  if (mayHangNotices(actor)) return Prisma.sql`true`;
  return Prisma.sql`((n.site_id IS NULL OR n.site_id = ${actor.siteId}::uuid) AND n.valid_from <= ${day}::date)`;
}
