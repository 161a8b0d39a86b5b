import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import type { DomainEvent } from '#server/domain/events.ts';
import { feedPage } from '#server/domain/feed/feed.queries.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { systemClock } from '#server/platform/calendar/clock.ts';
import { createDatabase, type Database } from '#server/platform/database/client.ts';
import { startEmbedded } from '#server/platform/database/embedded.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { createOutbox } from '#server/platform/events/outbox.ts';
import { uuidIds } from '#server/platform/ids.ts';
import { freePort } from '#tests/setup/free-port.ts';
import { type App, startApp } from '#tests/setup/start-app.ts';
import { growCompany, READER } from './company.ts';
import { load } from './load.ts';

// npm run bench -- [--only PREFIX] [--json FILE] [--posts 10000,100000,1000000]
// Everything beside its floor, in one run: ratios travel between machines, absolute figures do not.

type Row = { row: string; value: number; unit: string; floor: number | null; ratio: number | null };

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'string' },
    posts: { type: 'string', default: '10000,100000,1000000' },
  },
});
const rows: Row[] = [];
const wanted = (name: string) =>
  !options.only || name.startsWith(options.only) || options.only.startsWith(name);

function note(row: string, value: number, unit: string, floor: number | null = null): void {
  const round = (number: number) => Number(number.toPrecision(4));
  rows.push({
    row,
    value: round(value),
    unit,
    floor: floor && round(floor),
    ratio: floor && round(value / floor),
  });
  console.log(
    `${row.padEnd(34)} ${String(round(value)).padStart(10)} ${unit.padEnd(6)} ${floor ? `floor ${round(floor)}, ratio ${round(value / floor)}` : ''}`,
  );
}

const log = pino({ level: 'silent' });
const database = await startEmbedded({ dataDir: path.resolve('data/bench'), log: { info: () => {} } });
try {
  await migrate(database.url, { info: () => {} });
  const db = createDatabase(database.url);
  const events = createOutbox<DomainEvent>({ db, ids: uuidIds, log });
  const parts = { ids: uuidIds, clock: systemClock, events };
  const sizes = options.posts.split(',').map(Number);
  await growCompany(db, parts, sizes[0] ?? 10_000);
  const reader = await db.account.findUniqueOrThrow({ where: { email: READER.email } });
  // Made but never worked off: nothing else may run while something is measured.
  await db.outboxEvent.deleteMany();
  if (wanted('start') || wanted('memory') || wanted('page') || wanted('data') || wanted('cold'))
    await measureServer(reader.personId);
  if (wanted('query')) await measureQuery(db, parts, reader.personId, sizes);
  await db.$disconnect();
} finally {
  await database.stop();
}
if (options.json) await writeFile(options.json, `${JSON.stringify(rows, null, 2)}\n`);

async function measureServer(readerId: string): Promise<void> {
  const started = performance.now();
  const app = await startApp({ env: { DATABASE_URL: database.url, LOG_LEVEL: 'error' } });
  note('start/ready', (performance.now() - started) / 1000, 's');
  const floor = await startFloor(readerId);
  try {
    const cookie = await signIn(app);
    const headers = { cookie, 'accept-encoding': 'gzip' };
    for (const connections of [1, 8, 32]) {
      if (!wanted(`page/feed@${connections}`)) continue;
      const base = await load(`${floor.url}/`, connections);
      const page = await load(`${app.url}/`, connections, headers);
      note(`page/feed@${connections}`, page.perSecond, 'req/s', base.perSecond);
      note(`page/feed@${connections}/p99`, page.p99, 'ms', base.p99);
    }
    if (wanted('data')) {
      const base = await load(`${floor.url}/data`, 8);
      const data = await load(`${app.url}/_root.data`, 8, headers);
      note('data/feed@8', data.perSecond, 'req/s', base.perSecond);
    }
    if (wanted('cold')) await measureColdLoad(app, cookie);
    if (wanted('memory')) note('memory/rss-under-load', await residentMegabytes(app), 'MB');
  } finally {
    floor.process.kill();
    await app.stop();
  }
}

async function measureColdLoad(app: App, cookie: string): Promise<void> {
  const html = await (await fetch(`${app.url}/`, { headers: { cookie } })).text();
  const addresses = new Set(
    [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"|"(\/assets\/[^"]+\.js)"/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    ),
  );
  let scripts = 0;
  let total = gzipSync(html).length;
  for (const address of addresses) {
    const bytes = Buffer.from(await (await fetch(app.url + address)).arrayBuffer());
    const size = address.endsWith('.woff2') ? bytes.length : gzipSync(bytes).length;
    total += size;
    if (address.endsWith('.js')) scripts += size;
  }
  note('cold/html-raw', html.length / 1000, 'kB', 100);
  note('cold/html-gzip', gzipSync(html).length / 1000, 'kB', 11);
  note('cold/scripts-gzip', scripts / 1000, 'kB', 115);
  note('cold/total-gzip', total / 1000, 'kB', 200);
}

async function measureQuery(
  db: Database,
  parts: Parameters<typeof growCompany>[1],
  personId: string,
  sizes: number[],
): Promise<void> {
  const actor = { personId, role: 'employee', language: 'en', grants: [] } as unknown as Actor;
  let first: number | null = null;
  for (const size of sizes) {
    await growCompany(db, parts, size);
    const times: number[] = [];
    for (let n = 0; n < 40; n++) {
      const before = performance.now();
      const page = await feedPage(db, actor);
      if (page.items.length !== 20) throw new Error(`a page of ${page.items.length} items`);
      times.push(performance.now() - before);
    }
    const median = times.slice(10).sort((a, b) => a - b)[15] as number;
    note(`query/feed/${size}`, median, 'ms', first);
    first ??= median;
  }
}

async function signIn(app: App): Promise<string> {
  const body = new URLSearchParams({ name: READER.email, password: READER.password });
  const answer = await fetch(`${app.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: app.url },
    body,
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (cookies.length === 0) throw new Error(`sign-in answered ${answer.status}`);
  return cookies.join('; ');
}

async function startFloor(readerId: string): Promise<{ url: string; process: ChildProcess }> {
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    PORT: String(port),
    DATABASE_URL: database.url,
    READER_ID: readerId,
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/floor-server.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${port}`, process: child };
}

async function residentMegabytes(app: App): Promise<number> {
  const status = await readFile(`/proc/${app.process.pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
