import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import type { DomainEvent } from '#server/domain/events.ts';
import { systemClock } from '#server/platform/calendar/clock.ts';
import { createDatabase } from '#server/platform/database/client.ts';
import { startEmbedded } from '#server/platform/database/embedded.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { createOutbox } from '#server/platform/events/outbox.ts';
import { uuidIds } from '#server/platform/ids.ts';
import { growCompany, READER } from './company.ts';
import { measureDigest } from './digest-rows.ts';
import { measureDirectory } from './directory-rows.ts';
import { measureQuery } from './query-rows.ts';
import { createRows } from './rows.ts';
import { measureServer } from './server-rows.ts';
import { measureSockets } from './socket-rows.ts';

// npm run bench -- [--only PREFIX] [--json FILE] [--posts 10000,100000,1000000]
// Everything beside its floor, in one run: ratios travel between machines, absolute figures do not. The company is kept
// in data/bench; deleting that folder makes the next run begin with the smallest one.

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'string' },
    posts: { type: 'string', default: '10000,100000,1000000' },
  },
});
const sizes = options.posts.split(',').map(Number);
const rows = createRows(options.only);
const silent = { info: () => {} };
const database = await startEmbedded({ dataDir: path.resolve('data/bench'), log: silent });
try {
  await migrate(database.url, silent);
  const db = createDatabase(database.url);
  const events = createOutbox<DomainEvent>({ db, ids: uuidIds, log: pino({ level: 'silent' }) });
  const parts = { ids: uuidIds, clock: systemClock, events };
  await growCompany(db, parts, sizes[0] ?? 10_000);
  const { personId } = await db.account.findUniqueOrThrow({ where: { email: READER.email } });
  // Made but never worked off: nothing else may run while something is measured.
  await db.outboxEvent.deleteMany();
  const ofServer = ['start', 'page', 'data', 'write', 'cold', 'memory'];
  if (ofServer.some(rows.wanted))
    await measureServer({ rows, db, databaseUrl: database.url, readerId: personId });
  if (rows.wanted('sockets'))
    await measureSockets({ rows, db, databaseUrl: database.url, readerId: personId });
  if (rows.wanted('digest')) await measureDigest(rows, db, parts);
  if (rows.wanted('directory')) await measureDirectory(rows, db, personId);
  if (rows.wanted('query')) await measureQuery(rows, db, parts, personId, sizes);
  await db.$disconnect();
} finally {
  await database.stop();
}
if (options.json) await writeFile(options.json, `${JSON.stringify(rows.rows, null, 2)}\n`);
