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
import { type EntryFacts, entryAbilities, mayDecide, mayModerate } from './entry.policy.ts';

const ME = someone('employee').personId;
const theirs: EntryFacts = {
  authorId: 'somebody else',
  kind: 'post',
  state: 'published',
  commentsClosed: false,
  independent: false,
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
