import { readable } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { instantOf } from '#server/domain/organisation/sites/working-time.ts';
import type { Parts } from '#server/domain/parts.ts';
import { findColleague } from '#server/domain/people/find-colleague.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { invalid } from '#server/platform/errors.ts';
import type { SearchFilter } from '#server/platform/search-engine/search-engine.ts';
import { maySearchByAuthor } from './search.policy.ts';
import type { SearchInput } from './search.schema.ts';

const DAY_MINUTES = 24 * 60;

/**
 * What the address narrows a search by, as the engines know it: a unit with all below it, days on the actor's clock. A
 * project that the actor may not read narrows nothing, as if there were none of that name.
 * @throws AppError invalid (author): nobody, or more than one, is meant; their site does not allow it
 */
export async function searchFilter(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  { kind, unit, project, author, from, to }: SearchInput,
): Promise<SearchFilter> {
  const [unitIds, projectId, authorId] = await Promise.all([
    unit && unitsBelow(db, unit),
    project && readableProject(db, actor, project),
    author && authorOf(db, actor, author, dayIn(actor.timeZone, clock.now())),
  ]);
  return {
    ...((kind === 'post' || kind === 'status' || kind === 'pin') && { threadKind: kind }),
    ...(unitIds && { unitIds }),
    ...(projectId && { projectId }),
    ...(authorId && { authorId }),
    ...(from && { since: new Date(instantOf(actor.timeZone, from, 0)) }),
    ...(to && { before: new Date(instantOf(actor.timeZone, to, DAY_MINUTES)) }),
  };
}

async function unitsBelow(db: Database, unitId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE below AS (
      SELECT ${unitId}::uuid AS id UNION SELECT u.id FROM org_unit u JOIN below ON u.parent_id = below.id)
    SELECT id::text FROM below`;
  return rows.map((row) => row.id);
}

async function readableProject(db: Database, actor: Actor, slug: string): Promise<string | undefined> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id::text FROM project p WHERE p.slug = ${slug} AND ${readable(actor, Prisma.sql`p.audience_id`)}`;
  return rows[0]?.id;
}

async function authorOf(db: Database, actor: Actor, typed: string, today: Date): Promise<string> {
  const authorId = await findColleague(db, actor, typed, today);
  if (!authorId) throw invalid({ author: ['search.authorUnknown'] });
  if (!(await maySearchByAuthor(db, actor, authorId))) throw invalid({ author: ['search.authorOff'] });
  return authorId;
}
