import { writeBodies } from '#server/domain/conversation/write-entry.ts';
import { changeAttachments } from '#server/domain/files/change-attachments.ts';
import { type Actor, mayWrite } from '#server/domain/identity/actor.ts';
import { mayRequire } from '#server/domain/must-read/must-read.policy.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { mayPostTo } from './post.policy.ts';
import { publishMoment } from './publish-moment.ts';
import type { ChangeScheduledInput } from './schedule.schema.ts';
import { waitingPost } from './waiting-post.ts';

/**
 * Gives a post that waits other words, files or readers, or another hour. Nobody has read it yet, so there is no history
 * to keep. One that was held back waits again, if the actor may write there now. Where the actor may not demand of its
 * readers that they read it, it comes out as any other post: held back at its hour it would help nobody.
 * @returns whether it was to be read by all, and is not any more
 * @throws AppError not_found where it is not the actor's, or came out already; invalid (publishOn, publishAt, audienceId,
 *   attachments).
 */
export async function changeScheduled(
  parts: Pick<Parts, 'config' | 'events' | 'clock'>,
  actor: Actor,
  input: ChangeScheduledInput,
): Promise<{ mustReadDropped: boolean }> {
  if (!mayWrite(actor)) throw new AppError('forbidden');
  return parts.events.transaction(async (tx) => {
    const post = await waitingPost(tx, actor, input.entryId);
    const at = publishMoment(parts, actor, input) ?? post.scheduledFor;
    if (!at || at <= parts.clock.now()) throw invalid({ publishOn: ['feed.momentPast'] });
    const audienceId = input.audienceId ?? post.audienceId;
    if (!(await mayPostTo(tx, actor, audienceId))) throw invalid({ audienceId: ['error.audienceNotYours'] });
    const poll = await tx.poll.findUnique({ where: { entryId: post.id } });
    if (poll && poll.closesAt <= at) throw invalid({ publishOn: ['feed.pollDayBefore'] });
    const entryId = post.id;
    await writeWords(tx, parts, post, input);
    if (input.attachments) await changeAttachments(tx, actor, entryId, input.attachments);
    await tx.entry.update({
      where: { id: entryId },
      data: { state: 'scheduled', scheduledFor: at, audienceId },
    });
    if (await mayRequire(tx, actor, audienceId)) return { mustReadDropped: false };
    const { count } = await tx.requiredReading.deleteMany({ where: { entryId } });
    return { mustReadDropped: count > 0 };
  });
}

/** The new words in place of the old, in one language or both. */
async function writeWords(
  tx: Tx,
  parts: Pick<Parts, 'config' | 'clock'>,
  { id: entryId, authorId, revision, language }: Awaited<ReturnType<typeof waitingPost>>,
  { text, otherText }: ChangeScheduledInput,
): Promise<void> {
  const other = language === 'de' ? 'en' : 'de';
  await tx.mention.deleteMany({ where: { entryId } });
  await tx.entryBody.deleteMany({ where: { entryId } });
  await writeBodies(tx, parts, {
    entryId,
    revision,
    writtenById: authorId,
    writtenAt: parts.clock.now(),
    bodies: [{ language, text }, ...(otherText ? [{ language: other, text: otherText } as const] : [])],
  });
}
