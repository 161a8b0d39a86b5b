import { type Actor, isInsider, mayWrite } from '#server/domain/identity/actor.ts';
import type { EntryKind, PinKind, PinVisibility, QuestionState } from '#server/platform/database/schema.ts';

/** What decisions about a board need to know of it. */
export type BoardFacts = {
  ownerId: string;
  /** Left the company, was erased, or their name is withheld. */
  closed: boolean;
  off: boolean;
  /** The owner has blocked this actor. */
  blocked: boolean;
  unit: { id: string; name: string; audienceId: string; boardAudienceId: string } | null;
};

/** Why nothing can be left on a board; null when something can. The page says it in words. */
export type PinRefusal = 'self' | 'reader' | 'closed' | 'off' | 'blocked';

export function whyNotPlace(
  actor: Pick<Actor, 'personId' | 'role'>,
  board: Pick<BoardFacts, 'ownerId' | 'closed' | 'off' | 'blocked'>,
): PinRefusal | null {
  if (actor.personId === board.ownerId) return 'self';
  if (!mayWrite(actor)) return 'reader';
  if (board.closed) return 'closed';
  if (board.off) return 'off';
  return board.blocked ? 'blocked' : null;
}

/** To whom the actor may address a pin, the least first. Externals are outside everyone and the units. */
export function visibilitiesOn(actor: Pick<Actor, 'role'>, board: Pick<BoardFacts, 'unit'>): PinVisibility[] {
  if (!isInsider(actor)) return ['two'];
  return board.unit ? ['two', 'unit', 'everyone'] : ['two', 'everyone'];
}

/** A board that is switched off is seen by its owner alone. */
export function mayView(actor: Pick<Actor, 'personId'>, board: Pick<BoardFacts, 'ownerId' | 'off'>): boolean {
  return actor.personId === board.ownerId || !board.off;
}

/**
 * Whether a comment below a question can be accepted as its answer: what somebody else wrote and stands there. Often
 * it is not the one asked who knows.
 */
export function mayAnswerIt(
  comment: { kind: EntryKind; shown: boolean; authorId: string },
  question: Pick<PinFacts, 'authorId'>,
): boolean {
  return comment.kind === 'comment' && comment.shown && comment.authorId !== question.authorId;
}

/** How a question stands, as far as decisions about it go. */
export type QuestionFacts = {
  state: QuestionState;
  answererId: string;
  /** Whose answer stands there. */
  answeredById: string | null;
  /** Whoever asked said that it helped. */
  accepted: boolean;
  /** Whom the answerer would hand it on to, if whoever asked agrees. */
  proposedToId: string | null;
};

/** What a decision about one pin needs to know. */
export type PinFacts = {
  kind: PinKind;
  ownerId: string;
  authorId: string;
  /** Shown, hidden by the owner, or hidden by a moderator. */
  shown: 'shown' | 'hidden_by_owner' | 'hidden_by_moderator';
  question: QuestionFacts | null;
};

/** What one may do with a pin beyond what the conversation allows. Nobody edits another's words. */
export type PinAbilities = {
  answer: boolean;
  decline: boolean;
  /** Hand the question on to a colleague. */
  forward: boolean;
  /** Agree, or not, that it is handed on to somebody who could not read it so far. */
  decideForward: boolean;
  /** Say that the answer helped. */
  accept: boolean;
  /** Say that a colleague's comment answers it; which one may be, {@link mayAnswerIt} says. */
  acceptComment: boolean;
  /** Say that it did not, or ask once more what was never answered. */
  askAgain: boolean;
  /** Say that question and answer may be found by all; it takes both. */
  share: boolean;
  keepOnTop: boolean;
  hide: boolean;
  show: boolean;
  /** The owner takes it off the board for good. */
  remove: boolean;
  block: boolean;
};

export function pinAbilities(actor: Pick<Actor, 'personId' | 'role'>, pin: PinFacts): PinAbilities {
  const owner = actor.personId === pin.ownerId;
  const shown = pin.shown === 'shown';
  const asked = pin.question !== null && (owner || pin.question.answererId === actor.personId);
  const author = actor.personId === pin.authorId;
  const state = pin.question?.state;
  const accepted = pin.question?.accepted ?? false;
  const answered = shown && state === 'answered' && pin.question?.answeredById != null;
  return {
    answer: shown && asked && !author && state !== 'answered',
    decline: shown && asked && !author && state === 'open',
    forward: shown && asked && !author && state === 'open',
    decideForward: shown && author && state === 'open' && pin.question?.proposedToId != null,
    accept: answered && author && !accepted,
    acceptComment: shown && author && pin.question !== null && !accepted,
    askAgain: shown && author && ((state === 'answered' && !accepted) || state === 'expired'),
    share: answered && (author || pin.question?.answeredById === actor.personId),
    keepOnTop: owner && shown,
    hide: owner && shown,
    show: owner && pin.shown === 'hidden_by_owner',
    remove: owner && pin.shown !== 'hidden_by_moderator',
    block: owner && !author,
  };
}
