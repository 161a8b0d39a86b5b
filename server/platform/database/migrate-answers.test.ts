import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { Prisma } from './schema.ts';

const LOG = { info: () => {} };
const HERE = '20261128080000_answers_for_all';

let house: TestDatabase;
/** A house that ran for a while before answers were found by all. */
beforeAll(async () => {
  house = await createTestDatabase();
  await house.db.$executeRaw`DROP SCHEMA public CASCADE`;
  await house.db.$executeRaw`CREATE SCHEMA public`;
  const { migrationDirectories } = await readMigrations('prisma/migrations');
  const before = migrationDirectories.map(({ path }) => path).filter((path) => path < HERE);
  await migrate(house.url, LOG, { only: before });
});
afterAll(() => house.drop());

const [mara, ronja, audience] = [randomUUID(), randomUUID(), randomUUID()];
type Written = { kind: string; by: string; thread?: string; state?: string; minute: number };

/** As an entry was written then, by its columns of that time. */
async function wrote({ kind, by, thread, state = 'published', minute }: Written): Promise<string> {
  const id = randomUUID();
  const at = new Date(Date.UTC(2026, 9, 1, 8, minute));
  await house.db.$executeRaw(Prisma.sql`
    INSERT INTO entry (id, kind, author_id, audience_id, thread_id, state, language, published_at)
    VALUES (${id}::uuid, ${kind}::entry_kind, ${by}::uuid, ${audience}::uuid, ${thread ?? null}::uuid,
      ${state}::entry_state, 'en', ${at})`);
  return id;
}

async function asked(state: string): Promise<string> {
  const id = await wrote({ kind: 'pin', by: ronja, minute: 0 });
  await house.db.$executeRaw(Prisma.sql`
    INSERT INTO pin (entry_id, owner_id, kind, visibility, published_at)
    VALUES (${id}::uuid, ${mara}::uuid, 'question', 'everyone', now())`);
  await house.db.$executeRaw(Prisma.sql`
    INSERT INTO question (entry_id, asked_of_id, answerer_id, state, due_at)
    VALUES (${id}::uuid, ${mara}::uuid, ${mara}::uuid, ${state}::question_state, now())`);
  return id;
}

test('questions answered before the answer stood with them get the last one that stands, and are indexed', async () => {
  for (const [id, name] of [
    [mara, 'mara'],
    [ronja, 'ronja'],
  ])
    await house.db.$executeRaw(Prisma.sql`
      INSERT INTO person (id, handle, display_name, sort_name, updated_at)
      VALUES (${id}::uuid, ${name}, ${name}, ${name}, now())`);
  await house.db.$executeRaw(Prisma.sql`INSERT INTO audience (id, kind) VALUES (${audience}::uuid, 'board')`);

  const twice = await asked('answered');
  await wrote({ kind: 'answer', by: mara, thread: twice, minute: 1 });
  const last = await wrote({ kind: 'answer', by: mara, thread: twice, minute: 2 });
  await wrote({ kind: 'comment', by: ronja, thread: twice, minute: 3 });
  await wrote({ kind: 'answer', by: mara, thread: twice, state: 'deleted', minute: 4 });
  const without = await asked('answered');
  const open = await asked('open');
  const declined = await asked('declined');

  expect(await migrate(house.url, LOG)).toContain(HERE);
  const rows = await house.db.question.findMany({
    select: { entryId: true, state: true, answerId: true, acceptedAt: true, sharedAt: true },
  });
  const untouched = { acceptedAt: null, sharedAt: null };
  expect(new Map(rows.map(({ entryId, ...row }) => [entryId, row]))).toEqual(
    new Map([
      // Nobody has said that it helped, nor agreed that all may find it.
      [twice, { state: 'answered', answerId: last, ...untouched }],
      [without, { state: 'answered', answerId: null, ...untouched }],
      [open, { state: 'open', answerId: null, ...untouched }],
      [declined, { state: 'declined', answerId: null, ...untouched }],
    ]),
  );
  const events = await house.db.outboxEvent.findMany({ where: { type: 'answer.findable' } });
  const told = events.map(({ payload }) => (payload as { entryId: string }).entryId);
  expect(new Set(told)).toEqual(new Set([twice, without]));
});
