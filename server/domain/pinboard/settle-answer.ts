import type { Parts } from '#server/domain/parts.ts';

/**
 * After an answer was taken away or brought back: a question whose answer is gone waits again, unless an earlier one
 * is left; one that waits is answered where an answer has come back. What whoever asked has accepted stays the answer.
 */
export async function settleAnswer(parts: Pick<Parts, 'events'>, questionId: string): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const question = await tx.question.findUnique({
      where: { entryId: questionId },
      include: { answer: { select: { state: true } } },
    });
    if (!question || (question.state !== 'answered' && question.state !== 'open')) return;
    if (question.acceptedAt && question.answer?.state === 'published') return;
    const last = await tx.entry.findFirst({
      where: { threadId: questionId, kind: 'answer', state: 'published' },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    });
    if ((last?.id ?? null) === question.answerId) return;
    const state = last ? 'answered' : 'open';
    await tx.question.update({
      where: { entryId: questionId },
      data: {
        state,
        answerId: last?.id ?? null,
        closedAt: last?.publishedAt ?? null,
        acceptedAt: null,
      },
    });
    await parts.events.publish(tx, { type: 'question.changed', entryId: questionId, state });
  });
}
