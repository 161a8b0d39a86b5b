import { followUpQuestions, type LateQuestion } from '#server/domain/conversation/follow-up-questions.ts';
import { workingTimeOf } from '#server/domain/organisation/home.queries.ts';
import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { chooseAnswerer } from './choose-answerer.ts';

/** Tells whoever has a board open that something on it changed; ids only, so that each reads what they may. */
export function registerPinboardListeners(
  parts: Pick<Parts, 'db' | 'events' | 'live' | 'jobs' | 'clock'>,
): void {
  const { db, events, live } = parts;

  async function tellBoard(entryId: string): Promise<void> {
    const pin = await db.pin.findUnique({ where: { entryId }, select: { ownerId: true } });
    if (pin) live.emit(`board:${pin.ownerId}`, { kind: 'board.changed', ownerId: pin.ownerId, entryId });
  }

  events.listen('pinboard.live-board', ['pin.placed', 'pin.changed'], (event) => {
    live.emit(`board:${event.ownerId}`, {
      kind: 'board.changed',
      ownerId: event.ownerId,
      entryId: event.entryId,
      placed: event.type === 'pin.placed',
    });
  });
  events.listen(
    'pinboard.live-question',
    ['question.changed', 'question.escalated', 'reaction.changed'],
    (event) => tellBoard(event.entryId),
  );
  events.listen('pinboard.live-edited', ['entry.edited'], async (event) => {
    if (event.kind === 'pin') return tellBoard(event.entryId);
    if (event.kind !== 'answer') return;
    const answer = await db.entry.findUnique({ where: { id: event.entryId }, select: { threadId: true } });
    if (answer?.threadId) await tellBoard(answer.threadId);
  });
  // A pin that is placed tells of itself; here it is comments, answers, and what disappears or comes back.
  events.listen(
    'pinboard.live-thread',
    ['entry.published', 'entry.removed', 'entry.restored'],
    async (event) => {
      if (event.threadId) return tellBoard(event.threadId);
      if (event.kind === 'pin' && event.type !== 'entry.published') return tellBoard(event.entryId);
    },
  );
  parts.jobs.schedule('pinboard.follow-up-questions', '7-59/10 * * * *', () =>
    followUpQuestions(parts, { kind: 'pin', deputyFor: (tx, question) => boardDeputy(parts, tx, question) }),
  );
  events.listen('pinboard.reopen', ['entry.removed'], async (event) => {
    if (event.kind === 'answer' && event.threadId) await reopenUnanswered(parts, event.threadId);
  });
}

/** A question whose only answer was taken back waits again. */
async function reopenUnanswered(parts: Pick<Parts, 'events'>, questionId: string): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const answers = await tx.entry.count({
      where: { threadId: questionId, kind: 'answer', state: 'published' },
    });
    if (answers > 0) return;
    const reopened = await tx.question.updateMany({
      where: { entryId: questionId, state: 'answered' },
      data: { state: 'open', closedAt: null },
    });
    if (reopened.count > 0) {
      await parts.events.publish(tx, { type: 'question.changed', entryId: questionId, state: 'open' });
    }
  });
}

/** Who answers in the owner's place now, where the owner is away; nobody otherwise. */
async function boardDeputy(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  tx: Tx,
  { askedOfId, askerId }: LateQuestion,
): Promise<string | null> {
  const { timeZone } = await workingTimeOf({ db }, askedOfId);
  const { personId, as } = await chooseAnswerer(tx, askedOfId, askerId, dayIn(timeZone, clock.now()));
  return as === 'owner' ? null : personId;
}
