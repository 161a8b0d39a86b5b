import { writeBodies } from '#server/domain/conversation/write-entry.ts';
import { type Actor, mayWrite } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { invalid } from '#server/platform/errors.ts';
import { mayPostTo } from './post.policy.ts';
import { publishMoment } from './publish-moment.ts';
import type { ChangeScheduledInput } from './schedule.schema.ts';
import { waitingPost } from './waiting-post.ts';

/**
 * Gives a post that waits other words or another hour. Nobody has read it yet, so there is no history to keep. One that
 * was held back waits again, if the actor may write there now.
 * @throws AppError not_found where it is not the actor's, or came out already; invalid (publishOn, publishAt, audienceId).
 */
export async function changeScheduled(
  parts: Pick<Parts, 'config' | 'events' | 'clock'>,
  actor: Actor,
  input: ChangeScheduledInput,
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const post = await waitingPost(tx, actor, input.entryId);
    // At the form, not instead of it: what was typed stays.
    if (!mayWrite(actor)) throw invalid({ audienceId: ['feed.obstacleReadOnly'] });
    const at = publishMoment(parts, actor, input) ?? post.scheduledFor;
    if (!at || at <= parts.clock.now()) throw invalid({ publishOn: ['feed.momentPast'] });
    if (!(await mayPostTo(tx, actor, post.audienceId)))
      throw invalid({ audienceId: ['error.audienceNotYours'] });
    const poll = await tx.poll.findUnique({ where: { entryId: post.id } });
    if (poll && poll.closesAt <= at) throw invalid({ publishOn: ['feed.pollDayBefore'] });
    const { id: entryId, revision, language } = post;
    await tx.mention.deleteMany({ where: { entryId } });
    await tx.entryBody.deleteMany({ where: { entryId } });
    await writeBodies(tx, parts, {
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
