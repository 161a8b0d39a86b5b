import { followUpQuestions, type LateQuestion } from '#server/domain/conversation/follow-up-questions.ts';
import { workingTimeOf } from '#server/domain/organisation/home.queries.ts';
import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { noteAnswerTime, sumAnswerTimes } from './answer-figures.ts';
import { chooseAnswerer } from './choose-answerer.ts';
import { settleAnswer } from './settle-answer.ts';

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
    [
      'question.changed',
      'question.escalated',
      'question.forwarded',
      'question.forward_proposed',
      'answer.accepted',
      'answer.consented',
      'answer.findable',
      'reaction.changed',
    ],
    async (event) => {
      const threadId = event.entryId;
      live.emit(`thread:${threadId}`, { kind: 'thread.changed', threadId, entryId: threadId });
      await tellBoard(event.entryId);
    },
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
  events.listen('pinboard.answer-time', ['question.changed'], async (event) => {
    if (event.state === 'answered') await noteAnswerTime(parts, event.entryId);
  });
  parts.jobs.schedule('pinboard.sum-answer-times', '20 1 * * *', () => sumAnswerTimes(parts));
  // Both agreed to other words: out of the list; consent for these begins anew (see shared-answer.policy.ts).
  events.listen('pinboard.words-changed', ['entry.edited'], async ({ entryId, kind }) => {
    if (kind !== 'pin' && kind !== 'answer') return;
    await db.question.updateMany({
      where: { OR: [{ entryId }, { answerId: entryId }], sharedAt: { not: null } },
      data: { sharedAt: null },
    });
  });
  events.listen('pinboard.settle-answer', ['entry.removed', 'entry.restored'], async (event) => {
    if (event.kind === 'answer' && event.threadId) await settleAnswer(parts, event.threadId);
  });
}

/**
 * Who answers now in the place of somebody who did not: while the owner is away, whoever stands in; otherwise the owner,
 * to whom what was handed on comes back.
 */
async function boardDeputy(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  tx: Tx,
  { askedOfId, askerId }: LateQuestion,
): Promise<string> {
  const { timeZone } = await workingTimeOf({ db }, askedOfId);
  const { personId } = await chooseAnswerer(tx, askedOfId, askerId, dayIn(timeZone, clock.now()));
  return personId;
}
