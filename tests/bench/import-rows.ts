import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { pino } from 'pino';
import type { DomainEvent } from '#server/domain/events.ts';
import { systemActor } from '#server/domain/identity/actor.ts';
import { orderOf, requestApply, runApply } from '#server/domain/imports/apply-import.ts';
import { planNow } from '#server/domain/imports/apply-plan.ts';
import { findRun } from '#server/domain/imports/run-record.ts';
import { startImport } from '#server/domain/imports/start-import.ts';
import { parseTable } from '#server/domain/imports/table/parse-table.ts';
import { createSite } from '#server/domain/organisation/sites/create-site.ts';
import type { Parts } from '#server/domain/parts.ts';
import { createSettingsReader } from '#server/domain/settings/settings.queries.ts';
import { systemClock } from '#server/platform/calendar/clock.ts';
import { loadConfig } from '#server/platform/config/config.ts';
import { createDatabase, type Database } from '#server/platform/database/client.ts';
import { ensureDatabase, withDatabase } from '#server/platform/database/ensure-database.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { createOutbox } from '#server/platform/events/outbox.ts';
import { uuidIds } from '#server/platform/ids.ts';
import { createSyncJobs } from '#server/platform/jobs/sync-jobs.ts';
import { sizeName } from './companies.ts';
import { organogram, SITES } from './import-file.ts';
import type { Rows } from './rows.ts';

/** The second takes its minutes: only when asked for. */
const SIZES = [10_000, 100_000];
const NAME = 'bench_import';

/**
 * An organogram into an empty company: read, planned (the dry run), applied. The floor of the whole is a COPY of the same file's
 * lines into a table without an index; of progress, that a page which shows it is told something each second.
 */
export async function measureImport(rows: Rows, server: string): Promise<void> {
  for (const size of SIZES) {
    const name = `import/${sizeName(size)}`;
    if (rows.asked(name) || (size === SIZES[0] && rows.wanted(name))) await measure(rows, server, name, size);
  }
}

async function measure(rows: Rows, server: string, name: string, size: number): Promise<void> {
  const admin = new pg.Client({ connectionString: withDatabase(server, 'postgres') });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
  const url = await ensureDatabase(withDatabase(server, 'postgres'), NAME);
  await migrate(url, { info: () => {} });
  const db = createDatabase(url);
  try {
    const bytes = organogram(size);
    const floor = await copy(url, bytes);
    const watch = watchProcess();
    const read = await timed(async () => parseTable(bytes));
    const parts = partsOf(db);
    await db.$transaction(async (tx) => {
      for (const site of SITES) await createSite(tx, parts, systemActor, { name: site });
    });
    const { runId } = await startImport(parts, systemActor, { fileName: 'all.csv', bytes });
    const order = await orderOf(parts, await findRun(db, runId));
    // Held by nobody afterwards, as in the house: applying plans anew.
    const planned = await timed(async () => (await planNow(db, parts, order)).problems.length);
    if (planned.result > 0) throw new Error('the organogram has problems');
    await requestApply(parts, systemActor, runId, null);
    const applied = await timed(() => runApply(parts, runId));
    const run = await findRun(db, runId);
    if (run.state !== 'applied') throw new Error(`the import has ${run.state}: ${run.error}`);
    const { memory, blocked } = watch();
    rows.note(`${name}/read`, read.ms, 'ms');
    rows.note(`${name}/dry-run`, planned.ms, 'ms');
    rows.note(`${name}/apply`, applied.ms, 'ms');
    rows.note(`${name}/all`, read.ms + planned.ms + applied.ms, 'ms', floor);
    rows.note(`${name}/progress-gap`, await longestSilence(db), 'ms', 1_000);
    rows.note(`${name}/others-wait`, blocked, 'ms');
    rows.note(`${name}/memory`, memory, 'bytes', bytes.byteLength);
  } finally {
    await db.$disconnect();
    await admin.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
    await admin.end();
  }
}

/** Milliseconds that PostgreSQL takes for the lines alone. */
async function copy(url: string, bytes: Uint8Array): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      'CREATE TEMP TABLE line (a text, b text, c text, d text, e text, f text, g text, h text, i text, j text, k text)',
    );
    const into = client.query(copyFrom('COPY line FROM STDIN CSV HEADER'));
    return (await timed(() => pipeline(Readable.from([bytes]), into))).ms;
  } finally {
    await client.end();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const before = performance.now();
  const result = await work();
  return { ms: performance.now() - before, result };
}

/** How much the process grows until the returned function is called, and how long nobody else in it gets a turn. */
function watchProcess(): () => { memory: number; blocked: number } {
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  return () => {
    clearInterval(timer);
    delay.disable();
    return { memory: Math.max(most, process.memoryUsage.rss()) - before, blocked: delay.max / 1e6 };
  };
}

/** The longest time between two reports of progress, by when they were made: a UUIDv7 begins with the time of its making. */
async function longestSilence(db: Database): Promise<number> {
  const reports = await db.outboxEvent.findMany({
    where: { type: { in: ['import.progressed', 'import.finished'] } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const times = reports.map(({ id }) => Number.parseInt(id.replace('-', '').slice(0, 12), 16));
  return Math.max(...times.slice(1).map((time, n) => time - (times[n] as number)));
}

function partsOf(db: Database): Parts & { settings: ReturnType<typeof createSettingsReader> } {
  const log = pino({ level: 'error' });
  const stored = new Map<string, Uint8Array>();
  const parts: Parts = {
    config: loadConfig({ NODE_ENV: 'test' }),
    ...{ log, db, clock: systemClock, ids: uuidIds, jobs: createSyncJobs(), scan: null },
    events: createOutbox<DomainEvent>({ db, ids: uuidIds, log }),
    live: { emit() {}, dropSession() {}, dropPerson() {}, moveRooms() {}, refreshRooms() {} },
    mail: { send: async () => {}, close: async () => {} },
    files: {
      put: async (key, bytes) => void stored.set(key, bytes),
      get: async (key) => stored.get(key) ?? null,
      remove: async (key) => void stored.delete(key),
    },
  };
  return { ...parts, settings: createSettingsReader(parts) };
}
