import { writeEntry } from '#server/domain/conversation/write-entry.ts';
import { writeOnce } from '#server/domain/conversation/write-once.ts';
import { attachFiles } from '#server/domain/files/attach-files.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { mayWrite } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { loadPinFor } from './load-pin.ts';
import type { AnswerInput } from './pinboard.schema.ts';
import type { PastPin } from './place-pin.ts';

/**
 * Answers a question on a board: the owner, or whoever answers for them. The answer is read by those who may read
 * the question; the question is closed, also one that was declined or had expired.
 * @throws AppError not_found; forbidden, also when it is answered already; invalid (attachments) as {@link attachFiles}.
 */
export async function answerQuestion(
  parts: Pick<Parts, 'config' | 'events' | 'ids' | 'clock'>,
  actor: Actor,
  input: AnswerInput & PastPin,
): Promise<{ id: string }> {
  if (!mayWrite(actor)) throw new AppError('forbidden');
  if (!isUuid(input.entryId)) throw new AppError('not_found');
  return writeOnce(parts, actor, input, async (tx, idempotencyKey) => {
    // Two who answer at once: the second finds it answered.
    await tx.$queryRaw`SELECT 1 FROM question WHERE entry_id = ${input.entryId}::uuid FOR UPDATE`;
    const pin = await loadPinFor(tx, actor, input.entryId, 'answer');
    const answer = await writeEntry(tx, parts, actor, {
      kind: 'answer',
      audienceId: pin.audienceId,
      threadId: pin.entryId,
      text: input.text,
      idempotencyKey,
      ...(input.publishedAt && { publishedAt: input.publishedAt }),
      ...(input.language && { language: input.language }),
      ...(input.translation && { translation: input.translation }),
    });
    await attachFiles(tx, actor, answer.id, input.attachments ?? []);
    await tx.question.update({
      where: { entryId: pin.entryId },
      data: {
        state: 'answered',
        closedAt: answer.publishedAt,
        answerId: answer.id,
        acceptedAt: null,
        proposedToId: null,
      },
    });
    await tx.follow.createMany({
      data: [{ personId: actor.personId, entryId: pin.entryId }],
      skipDuplicates: true,
    });
    await parts.events.publish(tx, { type: 'question.changed', entryId: pin.entryId, state: 'answered' });
    return answer.id;
  });
}
