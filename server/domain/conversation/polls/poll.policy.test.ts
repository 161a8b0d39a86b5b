import { expect, test } from 'vitest';
import { ALL, answers, NONE, type PolicyRow, someone, WRITERS } from '#tests/setup/roles.ts';
import { mayExport, maySeeResults, mayVote, type PollFacts } from './poll.policy.ts';

const ME = someone('employee').personId;
const open: PollFacts = {
  authorId: 'somebody else',
  state: 'published',
  anonymous: false,
  closed: false,
  voted: false,
  voters: 9,
};
const secret: PollFacts = { ...open, anonymous: true };
const vote = (poll: PollFacts) => (actor: Parameters<typeof mayVote>[0]) => mayVote(actor, poll);
const take = (poll: PollFacts) => (actor: Parameters<typeof mayExport>[0]) => mayExport(actor, poll);

const TABLE: PolicyRow[] = [
  ['vote', vote(open), WRITERS],
  ['vote anew in an open poll', vote({ ...open, voted: true }), WRITERS],
  ['vote in an anonymous poll', vote(secret), WRITERS],
  ['vote anew in an anonymous poll', vote({ ...secret, voted: true }), NONE],
  ['vote after the end', vote({ ...open, closed: true }), NONE],
  ['vote on what is hidden', vote({ ...open, state: 'hidden' }), NONE],
  ['take away the results of others', take({ ...open, closed: true }), NONE],
  ['take away my results', take({ ...open, authorId: ME }), ALL],
  ['take away my anonymous results before the end', take({ ...secret, authorId: ME }), NONE],
  ['take away my anonymous results', take({ ...secret, authorId: ME, closed: true }), ALL],
  ['take away those of four', take({ ...secret, authorId: ME, closed: true, voters: 4 }), NONE],
  ['see an open result before voting', () => maySeeResults(open), NONE],
  ['see an open result after voting', () => maySeeResults({ ...open, voted: true }), ALL],
  ['see an open result after the end', () => maySeeResults({ ...open, closed: true }), ALL],
  ['see an anonymous result before the end', () => maySeeResults({ ...secret, voted: true }), NONE],
  ['see an anonymous result of five', () => maySeeResults({ ...secret, closed: true, voters: 5 }), ALL],
  ['see an anonymous result of four', () => maySeeResults({ ...secret, closed: true, voters: 4 }), NONE],
];

test.each(TABLE)('%s', async (_what, may, expected) => {
  expect(await answers(may)).toEqual(expected);
});
