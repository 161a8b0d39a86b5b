import type { LinkPreviews } from '#server/domain/conversation/link-preview.view.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefs } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import { toDay } from '#server/domain/people/day.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import { AppError, isAppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { acceptAnswer } from './accept-answer.ts';
import { acceptComment } from './accept-comment.ts';
import { type AnswerFigureView, answerFigures } from './answer-figures.queries.ts';
import { answerQuestion } from './answer-question.ts';
import { askAgain } from './ask-again.ts';
import { blockPerson, unblockPerson } from './block-person.ts';
import { readBoard } from './board.queries.ts';
import { declineQuestion } from './decline-question.ts';
import { decideForward, forwardQuestion } from './forward-question.ts';
import { hidePin, showPin } from './hide-pin.ts';
import { keepOnTop } from './keep-on-top.ts';
import { loadBoard } from './load-board.ts';
import { pinViews } from './pin.queries.ts';
import type { BoardView, PinPage, PinView } from './pin.view.ts';
import { mayView } from './pinboard.policy.ts';
import type { AnswerInput, ForwardInput, PinInput } from './pinboard.schema.ts';
import { type PastPin, placePin } from './place-pin.ts';
import { previewPins } from './preview-pins.ts';
import { type QuestionKeys, questionsByMe, questionsForMe } from './question-lists.queries.ts';
import { removePin, undoRemovePin } from './remove-pin.ts';
import { shareAnswer, withdrawConsent } from './share-answer.ts';
import type { SharedAnswer, SharedAnswerPage } from './shared-answer.view.ts';
import { sharedAnswerPage, sharedAnswers } from './shared-answers.queries.ts';
import { switchBoard } from './switch-board.ts';

/** Notes, questions and thanks on a colleague's board. */
export function createPinboardService(parts: Parts, { previews }: { previews: LinkPreviews }) {
  const { db, clock } = parts;
  const todayOf = (actor: Actor) => dayIn(actor.timeZone, clock.now());

  async function pinPage(actor: Actor, { ids, next }: QuestionKeys): Promise<PinPage> {
    const views = await pinViews(db, actor, ids, clock.now());
    const pins = ids.flatMap((id) => views.get(id) ?? []);
    return { pins: await previewPins(previews, actor, pins), next };
  }

  return {
    /** A page of a board. @throws AppError not_found */
    async board(actor: Actor, ownerId: string, after: string | null = null): Promise<BoardView> {
      const board = await readBoard(db, actor, ownerId, after, clock.now());
      const pins = await previewPins(previews, actor, [...board.top, ...board.pins]);
      return { ...board, top: pins.slice(0, board.top.length), pins: pins.slice(board.top.length) };
    },

    /** Whether the actor may have the board open, and so hear when it changes. */
    async mayViewBoard(actor: Actor, ownerId: string): Promise<boolean> {
      try {
        return mayView(actor, await loadBoard(db, actor, ownerId, toDay(todayOf(actor))));
      } catch (error) {
        if (isAppError(error) && error.code === 'not_found') return false;
        throw error;
      }
    },

    /** One pin, for its permalink. @throws AppError not_found */
    async pin(actor: Actor, entryId: string): Promise<PinView> {
      if (!isUuid(entryId)) throw new AppError('not_found');
      const views = await pinViews(db, actor, [entryId], clock.now());
      const [pin] = await previewPins(previews, actor, [...views.values()]);
      if (!pin) throw new AppError('not_found');
      return pin;
    },

    /** Pins as other rooms show them (the feed), by entry. */
    pinViews: (actor: Actor, ids: readonly string[]): Promise<Map<string, PinView>> =>
      pinViews(db, actor, ids, clock.now()),

    /** Questions that wait for the actor, the most urgent first. */
    questionsForMe: async (actor: Actor, after: string | null = null): Promise<PinPage> =>
      pinPage(actor, await questionsForMe(db, actor, after)),

    /** What the actor has asked, the newest first. */
    questionsByMe: async (actor: Actor, after: string | null = null): Promise<PinPage> =>
      pinPage(actor, await questionsByMe(db, actor, after)),

    /** What is frequently asked: answered questions that both want all to find. */
    sharedAnswers: (actor: Actor, after: string | null = null): Promise<SharedAnswerPage> =>
      sharedAnswerPage(db, actor, after),

    /** One answered question, for those who may not read it where it hangs, too. @throws AppError not_found */
    async sharedAnswer(actor: Actor, questionId: string): Promise<SharedAnswer> {
      const answer = isUuid(questionId)
        ? (await sharedAnswers(db, actor, [questionId])).get(questionId)
        : undefined;
      if (!answer) throw new AppError('not_found');
      return answer;
    },

    /** Response times of units, where works agreements allow it; null where none does. */
    answerFigures: (actor: Actor): Promise<AnswerFigureView[] | null> => answerFigures(db, actor),

    placePin: (actor: Actor, input: PinInput & PastPin) => placePin(parts, actor, input),
    answer: (actor: Actor, input: AnswerInput & PastPin) => answerQuestion(parts, actor, input),
    decline: (actor: Actor, entryId: string) => declineQuestion(parts, actor, entryId),
    accept: (actor: Actor, entryId: string) => acceptAnswer(parts, actor, entryId),
    acceptComment: (actor: Actor, choice: { entryId: string; commentId: string }) =>
      acceptComment(parts, actor, choice),
    askAgain: (actor: Actor, entryId: string) => askAgain(parts, actor, entryId),
    forward: (actor: Actor, input: ForwardInput) => forwardQuestion(parts, actor, input),
    decideForward: (actor: Actor, decision: { entryId: string; agree: boolean }) =>
      decideForward(parts, actor, decision),
    share: (actor: Actor, entryId: string) => shareAnswer(parts, actor, entryId),
    withdrawConsent: (actor: Actor, questionId: string) => withdrawConsent(parts, actor, questionId),
    keepOnTop: (actor: Actor, entryId: string) => keepOnTop(parts, actor, entryId),
    hide: (actor: Actor, entryId: string) => hidePin(parts, actor, entryId),
    show: (actor: Actor, entryId: string) => showPin(parts, actor, entryId),
    remove: (actor: Actor, entryId: string) => removePin(parts, actor, entryId),
    undoRemove: (actor: Actor, entryId: string) => undoRemovePin(parts, actor, entryId),
    switchBoard: (actor: Actor, off: boolean) => switchBoard(parts, actor, off),
    block: (actor: Actor, personId: string) => blockPerson(parts, actor, personId),
    unblock: (actor: Actor, personId: string) => unblockPerson(parts, actor, personId),

    /** Whom the actor has blocked, and whether their board is off: the settings of one's own board. */
    async mySettings(actor: Actor): Promise<{ off: boolean; blocked: PersonRef[] }> {
      const [board, blocks] = await Promise.all([
        db.pinboard.findUnique({ where: { ownerId: actor.personId } }),
        db.block.findMany({ where: { ownerId: actor.personId }, orderBy: { createdAt: 'desc' }, take: 200 }),
      ]);
      const refs = await personRefs(
        db,
        blocks.map((block) => block.blockedId),
        todayOf(actor),
      );
      return { off: board?.off ?? false, blocked: [...refs.values()] };
    },
  };
}
