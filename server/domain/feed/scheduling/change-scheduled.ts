import { type Actor, mayWrite } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { invalid } from '#server/platform/errors.ts';
import { publishMoment } from './publish-moment.ts';
import { rewriteWaiting } from './rewrite-waiting.ts';
import type { ChangeScheduledInput } from './schedule.schema.ts';
import { waitingPost } from './waiting-post.ts';

/**
 * Gives a post that waits other words, files or readers, or another hour. One that was held back waits again, if the actor
 * may write there now.
 * @returns as {@link rewriteWaiting}
 * @throws AppError not_found where it is not the actor's, or came out already; invalid (publishOn, publishAt, audienceId,
 *   attachments).
 */
export async function changeScheduled(
  parts: Pick<Parts, 'config' | 'events' | 'clock'>,
  actor: Actor,
  input: ChangeScheduledInput,
): Promise<{ mustReadDropped: boolean }> {
  return parts.events.transaction(async (tx) => {
    const post = await waitingPost(tx, actor, input.entryId);
    // At the form, not instead of it: what was typed stays.
    if (!mayWrite(actor)) throw invalid({ audienceId: ['feed.obstacleReadOnly'] });
    const at = publishMoment(parts, actor, input) ?? post.scheduledFor;
    if (!at || at <= parts.clock.now()) throw invalid({ publishOn: ['feed.momentPast'] });
    const poll = await tx.poll.findUnique({ where: { entryId: post.id } });
    if (poll && poll.closesAt <= at) throw invalid({ publishOn: ['feed.pollDayBefore'] });
    const outcome = await rewriteWaiting(tx, parts, actor, post, input);
    await tx.entry.update({ where: { id: post.id }, data: { state: 'scheduled', scheduledFor: at } });
    return outcome;
  });
}
