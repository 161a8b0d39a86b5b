import type { Actor } from '#server/domain/identity/actor.ts';
import { readerOf } from '#server/domain/identity/reader.queries.ts';
import { mayRequire } from '#server/domain/must-read/must-read.policy.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { SettingsReader } from '#server/domain/settings/settings.queries.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { letAppear } from './let-appear.ts';
import { mayPostTo } from './post.policy.ts';
import { mandateNow, voiceOf } from './voice.ts';

/** In one minute; what is left over comes a minute later. */
const AT_ONCE = 200;

type Needs = Pick<Parts, 'db' | 'events' | 'ids' | 'clock' | 'log'> & {
  settings: Pick<SettingsReader, 'current'>;
};

/**
 * Publishes what is due. It counts from the moment it was meant for, also when no server ran then: whoever has read on
 * past that finds it unread. Where its author may not write there any more it is held back, for the author to decide.
 * @returns how many came out
 */
export async function releaseScheduled(needs: Needs): Promise<number> {
  const due = await needs.db.entry.findMany({
    where: { state: 'scheduled', scheduledFor: { lte: needs.clock.now() } },
    select: { id: true, authorId: true, scheduledFor: true },
    orderBy: { scheduledFor: 'asc' },
    take: AT_ONCE,
  });
  let released = 0;
  for (const { scheduledFor, ...post } of due) {
    try {
      if (await releasePost(needs, post, scheduledFor as Date)) released++;
    } catch (error) {
      // The others come out; this one is tried again in a minute.
      needs.log.error({ err: error, entryId: post.id }, 'a scheduled post could not be published');
    }
  }
  return released;
}

type WaitingPost = { audienceId: string; voice: string | null; mustRead: boolean };

/** The rights that were asked for when it was written, asked for again. */
async function mayPublish(needs: Needs, tx: Tx, author: Actor, post: WaitingPost): Promise<boolean> {
  const voice = voiceOf(post.voice ?? undefined);
  if (voice && !(await mandateNow(tx, needs, author, voice))) return false;
  if (post.mustRead && !(await mayRequire(tx, author, post.audienceId))) return false;
  return mayPostTo(tx, author, post.audienceId);
}

/**
 * Publishes one post that waits, as of `publishedAt`. Exactly once, however many processes try.
 * @returns false where it is held back, or came out already
 */
export async function releasePost(
  needs: Needs,
  { id, authorId }: { id: string; authorId: string },
  publishedAt: Date,
): Promise<boolean> {
  const author = await readerOf(needs, await needs.settings.current(), authorId);
  return needs.events.transaction(async (tx) => {
    const [post] = await tx.$queryRaw<WaitingPost[]>`
      SELECT e.audience_id::text AS "audienceId", COALESCE('office:' || e.office_id, 'person:' || e.behalf_of_id) AS voice,
        EXISTS (SELECT 1 FROM required_reading r WHERE r.entry_id = e.id) AS "mustRead"
      FROM entry e WHERE e.id = ${id}::uuid AND e.state = 'scheduled' FOR UPDATE`;
    if (!post) return false;
    if (!author || !(await mayPublish(needs, tx, author, post))) {
      await tx.entry.update({ where: { id }, data: { state: 'draft' } });
      return false;
    }
    const { audienceId, mustRead } = post;
    await tx.entry.update({ where: { id }, data: { state: 'published', publishedAt } });
    await needs.events.publish(tx, {
      type: 'entry.published',
      entryId: id,
      kind: 'post',
      audienceId,
      authorId,
      threadId: null,
    });
    await letAppear(tx, needs, { id, audienceId, authorId, publishedAt, mustRead });
    return true;
  });
}
