import type { Parts } from '#server/domain/parts.ts';

/** A question on a status whose answer, or whose refusal, was taken back waits again. */
export async function reopenQuestion(parts: Pick<Parts, 'events'>, answerId: string): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const question = await tx.question.findUnique({ where: { answerId }, select: { entryId: true } });
    if (!question) return;
    const { entryId } = question;
    await tx.question.update({
      where: { entryId },
      data: { state: 'open', closedAt: null, answerId: null },
    });
    await parts.events.publish(tx, { type: 'question.changed', entryId, state: 'open' });
  });
}
