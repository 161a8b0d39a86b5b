import { expect, test } from 'vitest';
import {
  ADMINISTRATORS,
  ALL,
  answers,
  NONE,
  type PolicyRow,
  right,
  someone,
  WRITERS,
} from '#tests/setup/roles.ts';
import { type EntryFacts, entryAbilities, mayDecide, mayDecideContest, mayModerate } from './entry.policy.ts';

const ME = someone('employee').personId;
const theirs: EntryFacts = {
  authorId: 'somebody else',
  kind: 'post',
  state: 'published',
  commentsClosed: false,
  independent: false,
  open: true,
};
const mine: EntryFacts = { ...theirs, authorId: ME };
const council: EntryFacts = { ...theirs, independent: true };
const abilities =
  (entry: EntryFacts, ability: keyof ReturnType<typeof entryAbilities>) =>
  (actor: Parameters<typeof entryAbilities>[0]) =>
    entryAbilities(actor, entry)[ability];
const moderator = (role: Parameters<typeof someone>[0]) => someone(role, { grants: [right('moderate')] });

// Of entries that may be read: who may read one is asked of the database (audience.policy.test.ts, out-of-sight.test.ts).
const TABLE: PolicyRow[] = [
  ['edit what others wrote', abilities(theirs, 'edit'), NONE],
  ['edit my words', abilities(mine, 'edit'), WRITERS],
  ['edit my status update: history is append-only', abilities({ ...mine, kind: 'status' }, 'edit'), NONE],
  ['edit my words once they are hidden', abilities({ ...mine, state: 'hidden' }, 'edit'), NONE],
  ['delete what others wrote', abilities(theirs, 'delete'), NONE],
  ['delete my words', abilities(mine, 'delete'), WRITERS],
  ['comment', abilities(theirs, 'comment'), WRITERS],
  ['comment where comments are closed', abilities({ ...theirs, commentsClosed: true }, 'comment'), NONE],
  ['comment on a comment', abilities({ ...theirs, kind: 'comment' }, 'comment'), NONE],
  ['comment on what is hidden', abilities({ ...theirs, state: 'hidden' }, 'comment'), NONE],
  ['react', abilities(theirs, 'react'), WRITERS],
  ['report what others wrote', abilities(theirs, 'report'), ALL],
  ['report my words', abilities(mine, 'report'), NONE],
  ['hide', abilities(theirs, 'hide'), ADMINISTRATORS],
  ['hide the works council’s words', abilities(council, 'hide'), NONE],
  ['close the comments below my words', abilities(mine, 'closeComments'), WRITERS],
  ['close the comments below others’ words', abilities(theirs, 'closeComments'), ADMINISTRATORS],
  ['close the comments below the works council’s words', abilities(council, 'closeComments'), NONE],
  ['close the comments below a comment', abilities({ ...mine, kind: 'comment' }, 'closeComments'), NONE],
  ['share what all insiders may read', abilities(theirs, 'share'), WRITERS],
  ['share what is for a team', abilities({ ...theirs, open: false }, 'share'), NONE],
  ['share a pin', abilities({ ...theirs, kind: 'pin' }, 'share'), NONE],
  [
    'decide about a contest',
    (actor) => mayDecideContest(actor, { ...theirs, hiddenById: 'a third', alone: false }),
    ADMINISTRATORS,
  ],
  [
    'decide about a contest against what I hid',
    (actor) => mayDecideContest(actor, { ...theirs, hiddenById: ME, alone: false }),
    NONE,
  ],
  [
    'decide about it where nobody else moderates',
    (actor) => mayDecideContest(actor, { ...theirs, hiddenById: ME, alone: true }),
    ADMINISTRATORS,
  ],
  ['moderate', (actor) => mayModerate(actor, theirs), ADMINISTRATORS],
  ['decide about my own words', (actor) => mayDecide(actor, mine), NONE],
  ['decide about others’ words', (actor) => mayDecide(actor, theirs), ADMINISTRATORS],
];

test.each(TABLE)('%s', async (_what, may, expected) => {
  expect(await answers(may)).toEqual(expected);
});

test('a mandate to moderate opens it for everybody who holds one, but not over the works council', async () => {
  expect(await answers(abilities(theirs, 'hide'), moderator)).toEqual(ALL);
  expect(await answers(abilities(council, 'hide'), moderator)).toEqual(NONE);
  const atSite = (role: Parameters<typeof someone>[0]) =>
    someone(role, { grants: [right('moderate', 'site', 'hamburg')] });
  expect(await answers(abilities(theirs, 'hide'), atSite)).toEqual(ADMINISTRATORS);
});

test('who is suspended writes nothing, and may still take back what they wrote', async () => {
  const silent = (role: Parameters<typeof someone>[0]) =>
    someone(role, { suspended: { until: '2026-12-01T00:00:00.000Z', reason: 'Insults' } });
  for (const ability of ['comment', 'react', 'share', 'edit'] as const)
    expect(await answers(abilities(mine, ability), silent)).toEqual(NONE);
  expect(await answers(abilities(mine, 'delete'), silent)).toEqual(WRITERS);
  expect(await answers(abilities(theirs, 'report'), silent)).toEqual(ALL);
});
