import type { Actor } from '#server/domain/identity/actor.ts';
import { mayWrite } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { answerTimes } from '#server/domain/people/answer-times.ts';
import { AppError } from '#server/platform/errors.ts';
import { loadPinFor } from './load-pin.ts';

/**
 * Opens a question anew, because the answer did not help or there was none in time; the time to answer begins again.
 * What was answered stays where it is. A question that was declined is not asked again.
 * @throws AppError not_found, forbidden
 */
export async function askAgain(
  parts: Pick<Parts, 'db' | 'events' | 'clock'>,
  actor: Actor,
  entryId: string,
): Promise<void> {
  if (!mayWrite(actor)) throw new AppError('forbidden');
  await parts.events.transaction(async (tx) => {
    const pin = await loadPinFor(tx, actor, entryId, 'askAgain');
    const { answererId } = await tx.question.findUniqueOrThrow({ where: { entryId: pin.entryId } });
    const times = await answerTimes({ db: tx }, answererId, parts.clock.now());
    await tx.question.update({
      where: { entryId: pin.entryId },
      data: { state: 'open', closedAt: null, answerId: null, escalatedAt: null, ...times },
    });
    await parts.events.publish(tx, { type: 'question.changed', entryId: pin.entryId, state: 'open' });
    await parts.events.publish(tx, {
      type: 'question.reasked',
      entryId: pin.entryId,
      personId: answererId,
    });
  });
}
