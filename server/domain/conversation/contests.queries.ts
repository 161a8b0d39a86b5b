import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { entryViews } from './entry.queries.ts';
import type { EntryView } from './entry.view.ts';
import { requireModerator } from './moderation.queries.ts';
import { otherModerators } from './other-moderators.queries.ts';

/** A hidden entry whose author does not agree. `hidByMe`: somebody else decides. */
export type ContestView = { entry: EntryView; text: string; at: string; hidByMe: boolean };

const LIMIT = 50;

/** Open contests, the longest waiting first. Moderators alone, and nobody about their own words. */
export async function openContests(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
): Promise<ContestView[]> {
  requireModerator(actor);
  const rows = await db.contest.findMany({
    where: { state: 'open', entry: { authorId: { not: actor.personId } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: LIMIT,
    include: { act: { select: { moderatorId: true } } },
  });
  if (rows.length === 0) return [];
  const [entries, others] = await Promise.all([
    entryViews(
      db,
      actor,
      rows.map((row) => row.entryId),
    ),
    otherModerators(db, [actor.personId], clock.now()),
  ]);
  return rows.flatMap((row) => {
    const entry = entries.get(row.entryId);
    if (!entry) return [];
    const hidByMe = row.act.moderatorId === actor.personId && others;
    return [{ entry, text: row.text, at: row.createdAt.toISOString(), hidByMe }];
  });
}
