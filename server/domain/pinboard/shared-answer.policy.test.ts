import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { answers, INSIDERS, NONE, type PolicyRow } from '#tests/setup/roles.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { pinInput } from './pinboard.schema.ts';
import { answerReadable, sharedWith } from './shared-answer.policy.ts';

let world: World;
let team: Team;
let questions: Record<'shared' | 'half' | 'open' | 'everyone', string>;

beforeAll(async () => {
  world = await testWorld({ now: new Date('2026-11-16T09:00:00Z') });
  team = await buildTeam(world);
  questions = {
    shared: await settled(),
    half: await settled(),
    open: await asked(),
    everyone: await settled('everyone'),
  };
  const { pinboard } = world.services;
  await pinboard.share(team.ronja, questions.shared);
  await pinboard.share(team.mara, questions.shared);
  await pinboard.share(team.ronja, questions.half);
});
afterAll(() => world.drop());

async function asked(visibility = 'two'): Promise<string> {
  const given = { ownerId: team.mara.personId, text: 'Which gate is the new one?', visibility };
  const input = { ...pinInput.parse(given), publishedAt: world.clock.now() };
  return (await world.services.pinboard.placePin(team.ronja, input)).id;
}

async function settled(visibility?: string): Promise<string> {
  const entryId = await asked(visibility);
  await world.services.pinboard.answer(team.mara, { entryId, text: 'Gate 4' });
  return entryId;
}

const where =
  (predicate: (actor: Actor) => Prisma.Sql, which: keyof typeof questions): PolicyRow[1] =>
  async (actor) => {
    const rows = await world.db.$queryRaw<{ found: boolean }[]>(Prisma.sql`
      SELECT ${predicate(actor)} AS found FROM question q JOIN entry e ON e.id = q.entry_id
      JOIN entry a ON a.id = COALESCE(q.answer_id, e.id) WHERE q.entry_id = ${questions[which]}::uuid`);
    return rows[0]?.found ?? false;
  };

// Asked between the two; administrators get no more of it than others.
const TABLE: PolicyRow[] = [
  ['find what both have shared', where(sharedWith, 'shared'), INSIDERS],
  ['find what only one wants to share', where(sharedWith, 'half'), NONE],
  ['find what nobody has answered', where(sharedWith, 'open'), NONE],
  ['read what both have shared', where(answerReadable, 'shared'), INSIDERS],
  ['read what only one wants to share', where(answerReadable, 'half'), NONE],
  ['read what hangs for everyone, shared or not', where(answerReadable, 'everyone'), INSIDERS],
  ['find it among what is frequently asked', where(sharedWith, 'everyone'), NONE],
];

test.each(TABLE)('%s', async (_what, may, expected) => {
  expect(await answers(may)).toEqual(expected);
});
