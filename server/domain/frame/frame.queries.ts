import { unreadSql } from '#server/domain/feed/read-state/unread.queries.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { unreadNoticesSql } from '#server/domain/notifications/notifications.queries.ts';
import { myProjectsSql } from '#server/domain/projects/project-refs.queries.ts';
import type { Database } from '#server/platform/database/client.ts';
import { type Health, Prisma } from '#server/platform/database/schema.ts';

export type UnreadCounts = { feed: number; notifications: number };
type FrameProject = { slug: string; name: string; health: Health | null };

const PROJECTS_SHOWN = 8;

const counts = (actor: Actor) => Prisma.sql`
  (${unreadSql(actor)}) AS feed, (${unreadNoticesSql(actor.personId)}) AS notifications`;

/** What the actor has not read: exact to 99, 100 means more. */
export async function unreadCounts(db: Database, actor: Actor): Promise<UnreadCounts> {
  const [row] = await db.$queryRaw<UnreadCounts[]>`SELECT ${counts(actor)}`;
  return row ?? { feed: 0, notifications: 0 };
}

/** What the frame shows of the actor's own; one statement, for it stands around every page. */
export async function frameRow(
  db: Database,
  actor: Actor,
): Promise<{ unread: UnreadCounts; myProjects: FrameProject[] }> {
  const [row] = await db.$queryRaw<(UnreadCounts & { projects: FrameProject[] | null })[]>`
    SELECT ${counts(actor)}, (
      SELECT json_agg(json_build_object('slug', mine.slug, 'name', mine.name, 'health', mine.health) ORDER BY lower(mine.name), mine.id)
      FROM (${myProjectsSql(actor)}) mine) AS projects`;
  return {
    unread: { feed: row?.feed ?? 0, notifications: row?.notifications ?? 0 },
    myProjects: (row?.projects ?? []).slice(0, PROJECTS_SHOWN),
  };
}
