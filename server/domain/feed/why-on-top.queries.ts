import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { FeedItemView } from './feed.view.ts';
import { mayPutOnTop } from './post.policy.ts';

/** Of the posts of a list, those that the actor may put on top; true for those that stand there already. */
export async function onTopAmong(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  posts: readonly { id: string; audienceId: string }[],
): Promise<Map<string, boolean>> {
  const audienceIds = posts.map(({ audienceId }) => audienceId);
  const allowed = await mayPutOnTop(db, actor, audienceIds);
  const ids = posts.filter(({ audienceId }) => allowed.has(audienceId)).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await db.topPost.findMany({
    where: { entryId: { in: ids }, until: { gt: clock.now() } },
    select: { entryId: true },
  });
  const standing = new Set(rows.map(({ entryId }) => entryId));
  return new Map(ids.map((id) => [id, standing.has(id)]));
}

/** Of one post: by whom and until when it stands on top, and whether the actor may change that. */
export async function whyOnTop(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  post: { id: string; audienceId: string },
): Promise<Pick<FeedItemView, 'onTop' | 'mayPutOnTop' | 'standsOnTop'>> {
  const [rows, allowed] = await Promise.all([
    db.$queryRaw<{ by: PersonRef; until: Date }[]>`
      SELECT ${personRefJson('p')} AS by, t.until FROM top_post t JOIN person p ON p.id = t.put_by_id
      WHERE t.entry_id = ${post.id}::uuid AND t.until > ${clock.now()}`,
    mayPutOnTop(db, actor, [post.audienceId]),
  ]);
  const [top] = rows;
  return {
    ...(top && { onTop: { by: top.by, until: top.until.toISOString() } }),
    ...(allowed.has(post.audienceId) && { mayPutOnTop: true, ...(top && { standsOnTop: true }) }),
  };
}
