import { expect, test } from 'vitest';
import { ALL, answers, NONE, type PolicyRow, someone, WRITERS } from '#tests/setup/roles.ts';
import {
  type BoardFacts,
  mayAnswerIt,
  mayView,
  type PinAbilities,
  type PinFacts,
  pinAbilities,
  type QuestionFacts,
  visibilitiesOn,
  whyNotPlace,
} from './pinboard.policy.ts';

const ME = someone('employee').personId;
const unit = { id: 'u', name: 'Applications', audienceId: 'a', boardAudienceId: 'b' };
const board: BoardFacts = { ownerId: 'mara', closed: false, off: false, blocked: false, unit };
const asked = (state: QuestionFacts['state'], given: Partial<QuestionFacts> = {}): QuestionFacts => ({
  state,
  answererId: 'mara',
  answeredById: state === 'answered' ? 'mara' : null,
  accepted: false,
  proposedToId: null,
  ...given,
});
const question: PinFacts = {
  kind: 'question',
  ownerId: 'mara',
  authorId: 'jonas',
  shown: 'shown',
  question: asked('open'),
};
const onMyBoard: PinFacts = { ...question, ownerId: ME, question: asked('open', { answererId: ME }) };
const standingIn: PinFacts = { ...question, question: asked('open', { answererId: ME }) };
const mine: PinFacts = { ...question, authorId: ME };
const answeredForMe: PinFacts = { ...mine, question: asked('answered') };
const answeredByMe: PinFacts = { ...question, question: asked('answered', { answeredById: ME }) };
const can =
  (ability: keyof PinAbilities, pin: PinFacts): PolicyRow[1] =>
  (actor) =>
    pinAbilities(actor, pin)[ability];
const place =
  (given: Partial<BoardFacts> = {}): PolicyRow[1] =>
  (actor) =>
    whyNotPlace(actor, { ...board, ...given }) === null;

const comment =
  (given: Partial<Parameters<typeof mayAnswerIt>[0]>, pin = question): PolicyRow[1] =>
  (actor) =>
    mayAnswerIt({ kind: 'comment', shown: true, authorId: actor.personId, ...given }, pin);

const TABLE: PolicyRow[] = [
  ['leave something on a colleague’s board', place(), WRITERS],
  ['on my own', place({ ownerId: ME }), NONE],
  ['on the board of somebody who left', place({ closed: true }), NONE],
  ['on one that is switched off', place({ off: true }), NONE],
  ['on one whose owner blocked me', place({ blocked: true }), NONE],
  [
    'address it to everyone, which partners are outside of',
    (actor) => visibilitiesOn(actor, board).includes('everyone'),
    [true, true, true, true, false, false],
  ],
  [
    'address it to the unit',
    (actor) => visibilitiesOn(actor, board).includes('unit'),
    [true, true, true, true, false, false],
  ],
  [
    'address it to the unit of somebody without one',
    (actor) => visibilitiesOn(actor, { unit: null }).includes('unit'),
    NONE,
  ],
  ['address it to the owner alone', (actor) => visibilitiesOn(actor, board).includes('two'), ALL],
  ['see a board', (actor) => mayView(actor, board), ALL],
  ['see one that is switched off', (actor) => mayView(actor, { ...board, off: true }), NONE],
  ['see my own though it is off', (actor) => mayView(actor, { ownerId: ME, off: true }), ALL],
  ['answer a question on another’s board', can('answer', question), NONE],
  ['answer one on mine', can('answer', onMyBoard), ALL],
  ['answer one as the owner’s stand-in', can('answer', standingIn), ALL],
  ['answer my own question', can('answer', { ...standingIn, authorId: ME }), NONE],
  [
    'answer what is answered',
    can('answer', { ...onMyBoard, question: asked('answered', { answererId: ME }) }),
    NONE,
  ],
  ['decline another’s', can('decline', question), NONE],
  ['decline one on mine', can('decline', onMyBoard), ALL],
  ['hand another’s question on', can('forward', question), NONE],
  ['hand on what I am asked', can('forward', onMyBoard), ALL],
  ['hand on what I stand in for', can('forward', standingIn), ALL],
  ['hand my own question on', can('forward', mine), NONE],
  ['hand on what is answered', can('forward', { ...onMyBoard, question: asked('answered') }), NONE],
  [
    'decide where my question goes',
    can('decideForward', { ...mine, question: asked('open', { proposedToId: 'jonas' }) }),
    ALL,
  ],
  ['decide it where nobody proposes anything', can('decideForward', mine), NONE],
  [
    'decide it for somebody else',
    can('decideForward', { ...onMyBoard, question: asked('open', { proposedToId: 'jonas' }) }),
    NONE,
  ],
  ['accept the answer to my question', can('accept', answeredForMe), ALL],
  ['accept my own answer', can('accept', answeredByMe), NONE],
  ['accept it twice', can('accept', { ...mine, question: asked('answered', { accepted: true }) }), NONE],
  ['accept a comment on my question', can('acceptComment', mine), ALL],
  ['accept one after it was declined', can('acceptComment', { ...mine, question: asked('declined') }), ALL],
  ['accept one beside an answer that did not help', can('acceptComment', answeredForMe), ALL],
  [
    'accept one beside an answer that helped',
    can('acceptComment', { ...mine, question: asked('answered', { accepted: true }) }),
    NONE,
  ],
  ['accept a comment on another’s question', can('acceptComment', onMyBoard), NONE],
  ['accept one below a note of mine', can('acceptComment', { ...mine, kind: 'note', question: null }), NONE],
  [
    'accept one below a question of mine that is hidden',
    can('acceptComment', { ...mine, shown: 'hidden_by_owner' }),
    NONE,
  ],
  ['have my comment accepted', comment({}), ALL],
  ['have it accepted on a question of my own', comment({}, mine), NONE],
  ['have it accepted once it is gone', comment({ shown: false }), NONE],
  ['have an answer accepted as a comment', comment({ kind: 'answer' }), NONE],
  ['ask again what was answered', can('askAgain', answeredForMe), ALL],
  ['ask again what nobody answered in time', can('askAgain', { ...mine, question: asked('expired') }), ALL],
  [
    'ask again what I accepted',
    can('askAgain', { ...mine, question: asked('answered', { accepted: true }) }),
    NONE,
  ],
  ['ask again what was declined', can('askAgain', { ...mine, question: asked('declined') }), NONE],
  ['share what I asked', can('share', answeredForMe), ALL],
  ['share what I answered', can('share', answeredByMe), ALL],
  ['share what others settled', can('share', { ...question, question: asked('answered') }), NONE],
  [
    'share it as the board’s owner, where another answered',
    can('share', { ...onMyBoard, question: asked('answered', { answeredById: 'jonas' }) }),
    NONE,
  ],
  ['share what is open', can('share', mine), NONE],
  ['keep on top of another’s board', can('keepOnTop', standingIn), NONE],
  ['keep on top of mine', can('keepOnTop', onMyBoard), ALL],
  ['hide on another’s board', can('hide', standingIn), NONE],
  ['hide on mine', can('hide', onMyBoard), ALL],
  ['show what I hid', can('show', { ...onMyBoard, shown: 'hidden_by_owner' }), ALL],
  ['show what a moderator hid', can('show', { ...onMyBoard, shown: 'hidden_by_moderator' }), NONE],
  ['remove from another’s board', can('remove', standingIn), NONE],
  ['remove from mine', can('remove', onMyBoard), ALL],
  [
    'remove what a moderator hid: it is evidence',
    can('remove', { ...onMyBoard, shown: 'hidden_by_moderator' }),
    NONE,
  ],
  ['block whoever wrote on another’s board', can('block', standingIn), NONE],
  ['block whoever wrote on mine', can('block', onMyBoard), ALL],
];

// What only reads of one's own board allow a reader is stopped where it writes: answerQuestion asks mayWrite.
test.each(TABLE)('%s', async (_what, may, expected) => {
  expect(await answers(may)).toEqual(expected);
});
