import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { loadPinFor } from './load-pin.ts';

/**
 * One of the two, who asked and who answered, agrees that all may find question and answer under their names, in the
 * words as they stand. Once both have, it is shared; resolves to whether it is.
 * @throws AppError not_found, forbidden
 */
export async function shareAnswer(
  parts: Pick<Parts, 'events' | 'clock'>,
  actor: Actor,
  entryId: string,
): Promise<boolean> {
  return parts.events.transaction(async (tx) => {
    const pin = await loadPinFor(tx, actor, entryId, 'share');
    // Both at once: the second finds the first one's consent.
    await tx.$queryRaw`SELECT 1 FROM question WHERE entry_id = ${pin.entryId}::uuid FOR UPDATE`;
    const { answerId } = await tx.question.findUniqueOrThrow({ where: { entryId: pin.entryId } });
    if (!answerId) throw new AppError('forbidden');
    const texts = await tx.entry.findMany({
      where: { id: { in: [pin.entryId, answerId] } },
      select: { id: true, authorId: true, revision: true },
    });
    const question = texts.find(({ id }) => id === pin.entryId);
    const answer = texts.find(({ id }) => id === answerId);
    if (!question || !answer) throw new AppError('not_found');
    const words = { answerId, questionRevision: question.revision, answerRevision: answer.revision };
    const key = { questionId: pin.entryId, personId: actor.personId };
    const consent = { ...words, givenAt: parts.clock.now() };
    await tx.answerConsent.upsert({
      where: { questionId_personId: key },
      create: { ...key, ...consent },
      update: consent,
    });
    const otherId = actor.personId === answer.authorId ? question.authorId : answer.authorId;
    const both = await tx.answerConsent.count({
      where: { questionId: pin.entryId, personId: otherId, ...words },
    });
    await tx.question.update({
      where: { entryId: pin.entryId },
      data: { sharedAt: both > 0 ? parts.clock.now() : null },
    });
    await parts.events.publish(tx, {
      type: 'answer.consented',
      entryId: pin.entryId,
      personId: actor.personId,
      otherId,
      shared: both > 0,
    });
    return both > 0;
  });
}

/**
 * Takes one's consent back, at any time and also for words that were changed since (GDPR Art. 7 (3)): nobody finds it
 * any more.
 * @throws AppError not_found where there is none.
 */
export async function withdrawConsent(
  parts: Pick<Parts, 'events'>,
  actor: Actor,
  questionId: string,
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    if (!isUuid(questionId)) throw new AppError('not_found');
    const { count } = await tx.answerConsent.deleteMany({
      where: { questionId, personId: actor.personId },
    });
    if (count === 0) throw new AppError('not_found');
    await tx.question.update({ where: { entryId: questionId }, data: { sharedAt: null } });
    await parts.events.publish(tx, { type: 'answer.findable', entryId: questionId });
  });
}
