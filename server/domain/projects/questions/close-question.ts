import { loadEntryFor } from '#server/domain/conversation/load-entry.ts';
import { writeEntry } from '#server/domain/conversation/write-entry.ts';
import { writeOnce } from '#server/domain/conversation/write-once.ts';
import { attachFiles } from '#server/domain/files/attach-files.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { mayAnswer, mayDecline } from '#server/domain/projects/project.policy.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { type StatusQuestionInput, statusQuestionSchema } from './question.schema.ts';

/**
 * Closes a question on a status with a comment below it: the answer, or why there will be none. The one asked and
 * whoever answers for them may. Throws not_found, forbidden, invalid.
 */
export async function closeQuestion(
  parts: Parts,
  actor: Actor,
  questionId: string,
  state: 'answered' | 'declined',
  input: StatusQuestionInput,
): Promise<{ id: string }> {
  const closing = parseInput(statusQuestionSchema, input);
  if (!isUuid(questionId)) throw new AppError('not_found');
  return writeOnce(parts, actor, { ...closing, questionId, state }, async (tx, idempotencyKey) => {
    // Two who answer at once: the second finds it answered.
    await tx.$queryRaw`SELECT 1 FROM question WHERE entry_id = ${questionId}::uuid FOR UPDATE`;
    const question = await tx.question.findFirst({
      where: { entryId: questionId, entry: { state: 'published', thread: { kind: 'status' } } },
      include: { entry: { select: { threadId: true } } },
    });
    if (!question?.entry.threadId) throw new AppError('not_found');
    const status = await loadEntryFor(tx, actor, question.entry.threadId, 'comment');
    const may = state === 'answered' ? mayAnswer : mayDecline;
    if (!may(actor, question)) throw new AppError('forbidden');
    const comment = await writeEntry(tx, parts, actor, {
      kind: 'comment',
      audienceId: status.audienceId,
      threadId: status.id,
      text: closing.text,
      idempotencyKey,
    });
    await attachFiles(tx, actor, comment.id, closing.attachments);
    await tx.question.update({
      where: { entryId: questionId },
      data: { state, closedAt: comment.publishedAt, answerId: comment.id },
    });
    const follow = { personId: actor.personId, entryId: status.id };
    await tx.follow.createMany({ data: [follow], skipDuplicates: true });
    await parts.events.publish(tx, { type: 'question.changed', entryId: questionId, state });
    return comment.id;
  });
}
