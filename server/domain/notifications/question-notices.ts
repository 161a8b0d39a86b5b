import type { Parts } from '#server/domain/parts.ts';
import { notify } from './notify.ts';
import { readersOfEntry } from './recipients.queries.ts';

/** What becomes of a question: asked on a status, waiting, handed to the deputy, answered, declined, expired. */
export function registerQuestionNotices(parts: Parts): void {
  const { db, events, clock } = parts;

  async function questionOf(entryId: string) {
    const question = await db.question.findUnique({ where: { entryId }, include: { entry: true } });
    return question && { ...question, headId: question.entry.threadId ?? entryId };
  }

  events.listen('notifications.status-question', ['question.asked'], async (event) => {
    const question = await questionOf(event.entryId);
    if (question?.state !== 'open') return;
    await notify(
      parts,
      { eventId: event.id, listener: 'notifications.status-question' },
      {
        kind: 'question',
        personIds: await readersOfEntry(db, event.entryId, [question.answererId]),
        subjectId: question.headId,
        entryId: event.entryId,
        groupKey: `question:${event.entryId}`,
        actorId: event.authorId,
      },
    );
  });

  events.listen('notifications.question-late', ['question.reminded', 'question.escalated'], async (event) => {
    const question = await questionOf(event.entryId);
    if (question?.state !== 'open' || question.answererId !== event.personId) return;
    const what = event.type === 'question.reminded' ? 'reminder' : 'escalated';
    await notify(
      parts,
      { eventId: event.id, listener: 'notifications.question-late' },
      {
        kind: 'question',
        personIds: await readersOfEntry(db, event.entryId, [event.personId]),
        subjectId: question.headId,
        entryId: event.entryId,
        groupKey: `question-${what}:${event.entryId}`,
        actorId: question.entry.authorId,
      },
    );
  });

  // The answer to a question on a board is an entry of its own kind, and told of where it is published.
  events.listen('notifications.declined', ['question.changed'], async (event) => {
    const question = await questionOf(event.entryId);
    if (event.state === 'open' || question?.state !== event.state) return;
    if (event.state === 'answered' && question.entry.kind === 'pin') return;
    const entryId = question.answerId ?? event.entryId;
    const what = event.state === 'answered' ? 'answer' : event.state;
    await notify(
      parts,
      { eventId: event.id, listener: 'notifications.declined' },
      {
        kind: 'answer',
        personIds: await readersOfEntry(db, entryId, [question.entry.authorId]),
        subjectId: question.headId,
        entryId,
        groupKey: `${what}:${event.entryId}`,
        // That nobody answered is nobody's doing.
        actorId: event.state === 'expired' ? null : await whoAnswered(entryId, question.answererId),
      },
    );
  });

  events.listen('notifications.question-closed', ['question.changed'], async (event) => {
    if (event.state === 'open') return;
    await events.transaction(async (tx) => {
      const done = await tx.$queryRaw<{ person_id: string }[]>`
        UPDATE notification SET read_at = ${clock.now()}
        WHERE entry_id = ${event.entryId}::uuid AND kind = 'question' AND read_at IS NULL
        RETURNING person_id::text`;
      for (const personId of new Set(done.map((row) => row.person_id)))
        await events.publish(tx, { type: 'notification.read', personId });
    });
  });

  /** The author of the answer; a pin that is declined has none. */
  async function whoAnswered(entryId: string, answererId: string): Promise<string> {
    const entry = await db.entry.findUnique({
      where: { id: entryId },
      select: { kind: true, authorId: true },
    });
    return entry?.kind === 'comment' ? entry.authorId : answererId;
  }
}
