import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/setup/database.ts';
import { createJobQueue, type JobQueue } from './pg-boss-jobs.ts';

let database: TestDatabase;
let queues: JobQueue[];
beforeEach(async () => {
  database = await createTestDatabase();
  queues = [];
});
afterEach(async () => {
  for (const queue of queues) await queue.stop(5);
  await database.drop();
});

function queue(): JobQueue {
  const made = createJobQueue({ url: database.url, log: pino({ level: 'silent' }) });
  queues.push(made);
  return made;
}

test('a job sent by one process, even before it started, is done by another that works', async () => {
  const done: string[] = [];
  const [web, worker] = [queue(), queue()];
  for (const one of [web, worker]) {
    one.handle<{ id: string }>('test.greet', async ({ id }) => void done.push(id));
  }
  await web.send('test.greet', { id: 'early' });
  await web.start({ work: false });
  await worker.start({ work: true });
  await web.send('test.greet', { id: 'late' });
  await vi.waitFor(() => expect(done.sort()).toEqual(['early', 'late']), { timeout: 15_000 });
}, 40_000);

test('processes may start at once on an empty database: making the queues does not deadlock', async () => {
  const three = [queue(), queue(), queue()];
  for (const one of three) {
    for (const name of ['one', 'two', 'three', 'four']) {
      one.handle(`test.${name}`, async () => {});
      one.schedule(`test.tidy-${name}`, '*/5 * * * *', async () => {});
    }
  }
  await Promise.all(three.map((one, index) => one.start({ work: index > 0 })));
  await Promise.all(three.map((one) => one.isWorking()));
}, 40_000);

test('scheduled work stands in the database once, however many processes there are', async () => {
  const [first, second] = [queue(), queue()];
  for (const one of [first, second]) one.schedule('test.tidy', '*/5 * * * *', async () => {});
  await first.start({ work: true });
  await second.start({ work: true });
  const rows = await database.db.$queryRaw<{ name: string; cron: string }[]>`
    SELECT name, cron FROM pgboss.schedule`;
  expect(rows).toEqual([{ name: 'test.tidy', cron: '*/5 * * * *' }]);
}, 40_000);
