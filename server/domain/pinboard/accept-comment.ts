import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { loadPinFor } from './load-pin.ts';
import { mayAnswerIt } from './pinboard.policy.ts';

/**
 * Whoever asked says that a colleague's comment answers the question. It stands in the question as its answer from
 * then on, and the question is settled: also one that was declined, had expired, or was answered otherwise before.
 * @throws AppError not_found, forbidden
 */
export async function acceptComment(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  { entryId, commentId }: { entryId: string; commentId: string },
): Promise<void> {
  if (!isUuid(entryId) || !isUuid(commentId)) throw new AppError('not_found');
  await parts.events.transaction(async (tx) => {
    // Answered at the same moment: whichever comes second finds it so.
    await tx.$queryRaw`SELECT 1 FROM question WHERE entry_id = ${entryId}::uuid FOR UPDATE`;
    const pin = await loadPinFor(tx, actor, entryId, 'acceptComment');
    const comment = await tx.entry.findFirst({ where: { id: commentId, threadId: pin.entryId } });
    if (!comment) throw new AppError('not_found');
    if (!mayAnswerIt({ ...comment, shown: comment.state === 'published' }, pin))
      throw new AppError('forbidden');
    const now = parts.clock.now();
    await tx.entry.update({ where: { id: commentId }, data: { kind: 'answer' } });
    await tx.question.update({
      where: { entryId: pin.entryId },
      data: {
        state: 'answered',
        closedAt: now,
        answerId: commentId,
        acceptedAt: now,
        proposedToId: null,
        sharedAt: null,
      },
    });
    await parts.events.publish(tx, { type: 'question.changed', entryId: pin.entryId, state: 'answered' });
    await parts.events.publish(tx, {
      type: 'answer.accepted',
      entryId: pin.entryId,
      personId: actor.personId,
    });
  });
}
