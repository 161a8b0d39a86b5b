import { entryViews } from '#server/domain/conversation/entry.queries.ts';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { requireModerator } from './moderation.queries.ts';
import { cutPage, MODERATION_PAGE, type ModerationPage, type Place, readPlace } from './moderation-page.ts';
import { otherModerators } from './other-moderators.queries.ts';

/** A hidden entry whose author does not agree. `hidByMe`: somebody else decides. */
export type ContestView = { entry: EntryView; text: string; at: string; hidByMe: boolean };

/** Open contests, the longest waiting first, by keyset. Moderators alone, and nobody about their own words. */
export async function openContests(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  after?: string | null,
): Promise<ModerationPage<ContestView>> {
  requireModerator(actor);
  const place = readPlace(after);
  const found = await db.contest.findMany({
    where: {
      state: 'open',
      entry: { authorId: { not: actor.personId } },
      ...(place && beyond(place)),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MODERATION_PAGE + 1,
    include: { act: { select: { moderatorId: true } } },
  });
  const { rows, next } = cutPage(found.map((contest) => ({ ...contest, at: contest.createdAt })));
  const [entries, others] = await Promise.all([
    entryViews(
      db,
      actor,
      rows.map((row) => row.entryId),
    ),
    otherModerators(db, [actor.personId], clock.now()),
  ]);
  const items = rows.flatMap((row) => {
    const entry = entries.get(row.entryId);
    if (!entry) return [];
    const hidByMe = row.act.moderatorId === actor.personId && others;
    return [{ entry, text: row.text, at: row.at.toISOString(), hidByMe }];
  });
  return { items, next };
}

/** The first condition is what the index can begin at. */
function beyond({ at, id }: Place) {
  return { createdAt: { gte: at }, OR: [{ createdAt: { gt: at } }, { id: { gt: id } }] };
}
