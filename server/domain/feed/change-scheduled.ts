import { writeBodies } from '#server/domain/conversation/write-entry.ts';
import { type Actor, mayWrite } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { mayPostTo } from './post.policy.ts';
import { publishMoment } from './publish-moment.ts';
import { releasePost } from './release-scheduled.ts';
import type { ChangeScheduledInput } from './schedule.schema.ts';

const DAY_MS = 86_400_000;

/**
 * Gives a post that waits other words or another hour. Nobody has read it yet, so there is no history to keep. One that
 * was held back waits again, if the actor may write there now.
 * @throws AppError not_found where it is not the actor's, or came out already; invalid (publishOn, publishAt, audienceId).
 */
export async function changeScheduled(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  input: ChangeScheduledInput,
): Promise<void> {
  if (!mayWrite(actor)) throw new AppError('forbidden');
  await parts.events.transaction(async (tx) => {
    const post = await waitingPost(tx, actor, input.entryId);
    const at = publishMoment(parts, actor, input) ?? post.scheduledFor;
    if (!at || at <= parts.clock.now()) throw invalid({ publishOn: ['feed.momentPast'] });
    if (!(await mayPostTo(tx, actor, post.audienceId)))
      throw invalid({ audienceId: ['error.audienceNotYours'] });
    const poll = await tx.poll.findUnique({ where: { entryId: post.id } });
    if (poll && poll.closesAt <= at) throw invalid({ publishOn: ['feed.pollDayBefore'] });
    const { id: entryId, revision, language } = post;
    await tx.mention.deleteMany({ where: { entryId } });
    await tx.entryBody.deleteMany({ where: { entryId } });
    await writeBodies(tx, {
      entryId,
      revision,
      writtenById: actor.personId,
      writtenAt: parts.clock.now(),
      bodies: [
        { language, text: input.text },
        ...(input.otherText
          ? [{ language: language === 'de' ? ('en' as const) : ('de' as const), text: input.otherText }]
          : []),
      ],
    });
    await tx.entry.update({ where: { id: entryId }, data: { state: 'scheduled', scheduledFor: at } });
  });
}

/**
 * Publishes a post now that was to wait.
 * @throws AppError not_found as above; invalid (audienceId) where the actor may not write there any more.
 */
export async function publishScheduled(
  needs: Parameters<typeof releasePost>[0],
  actor: Actor,
  entryId: string,
): Promise<void> {
  if (!mayWrite(actor)) throw new AppError('forbidden');
  await needs.events.transaction(async (tx) => {
    await waitingPost(tx, actor, entryId);
    await tx.entry.update({ where: { id: entryId }, data: { state: 'scheduled' } });
  });
  const out = await releasePost(needs, { id: entryId, authorId: actor.personId }, needs.clock.now());
  if (!out) throw invalid({ audienceId: ['error.audienceNotYours'] });
}

/** Takes a post back that has not come out: it can be brought back for ten minutes, as a deleted one. */
export async function cancelScheduled(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  entryId: string,
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const { id } = await waitingPost(tx, actor, entryId);
    const now = parts.clock.now();
    const purgeAfter = new Date(now.getTime() + DAY_MS);
    await tx.entry.update({ where: { id }, data: { state: 'deleted', deletedAt: now, purgeAfter } });
  });
}

async function waitingPost(tx: Tx, actor: Actor, entryId: string) {
  if (!isUuid(entryId)) throw new AppError('not_found');
  // Locked: the minute's job may be about to publish it.
  await tx.$queryRaw`SELECT 1 FROM entry WHERE id = ${entryId}::uuid FOR UPDATE`;
  const post = await tx.entry.findFirst({
    where: {
      id: entryId,
      authorId: actor.personId,
      kind: 'post',
      publishedAt: null,
      state: { in: ['scheduled', 'draft'] },
    },
  });
  if (!post) throw new AppError('not_found');
  return post;
}
