import { expect, test } from 'vitest';
import { ALL, answers, NONE, type PolicyRow, someone, WRITERS } from '#tests/setup/roles.ts';
import {
  type BoardFacts,
  mayView,
  type PinAbilities,
  type PinFacts,
  pinAbilities,
  visibilitiesOn,
  whyNotPlace,
} from './pinboard.policy.ts';

const ME = someone('employee').personId;
const unit = { id: 'u', name: 'Applications', audienceId: 'a', boardAudienceId: 'b' };
const board: BoardFacts = { ownerId: 'mara', closed: false, off: false, blocked: false, unit };
const question: PinFacts = {
  kind: 'question',
  ownerId: 'mara',
  authorId: 'jonas',
  shown: 'shown',
  question: { state: 'open', answererId: 'mara' },
};
const onMyBoard: PinFacts = { ...question, ownerId: ME, question: { state: 'open', answererId: ME } };
const standingIn: PinFacts = { ...question, question: { state: 'open', answererId: ME } };
const can =
  (ability: keyof PinAbilities, pin: PinFacts): PolicyRow[1] =>
  (actor) =>
    pinAbilities(actor, pin)[ability];
const place =
  (given: Partial<BoardFacts> = {}): PolicyRow[1] =>
  (actor) =>
    whyNotPlace(actor, { ...board, ...given }) === null;

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
    can('answer', { ...onMyBoard, question: { state: 'answered', answererId: ME } }),
    NONE,
  ],
  ['decline another’s', can('decline', question), NONE],
  ['decline one on mine', can('decline', onMyBoard), ALL],
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
