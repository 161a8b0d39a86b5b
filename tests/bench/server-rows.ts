import { readdir } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { type App, startApp } from '#tests/setup/start-app.ts';
import type { Company } from './companies.ts';
import { forgetWritings } from './company.ts';
import { type CpuMeter, cpuMeter } from './cpu.ts';
import { startFloor } from './floor.ts';
import { load } from './load.ts';
import { noteLoad } from './note-load.ts';
import { newestPost, newPosts, PAGES, type PageRow } from './pages.ts';
import { residentBytes } from './resident-bytes.ts';
import type { Rows } from './rows.ts';
import { signIn } from './sign-in.ts';
import { measureVitals } from './vitals-rows.ts';

type Pair = {
  app: App;
  floorUrl: string;
  headers: Record<string, string>;
  cpu: { app: CpuMeter; floor: CpuMeter };
};

/** Everything that is asked of a running server: pages, data, search, writing; cold load, start and memory. */
export async function measureServer(rows: Rows, company: Company): Promise<void> {
  const { db, url, readerId } = company;
  const started = performance.now();
  const app = await startApp({ env: { DATABASE_URL: url, LOG_LEVEL: 'error' } });
  rows.note('start/ready', (performance.now() - started) / 1000, 's');
  const floor = await startFloor('floor-server.ts', { DATABASE_URL: url, READER_ID: readerId });
  try {
    const cookie = await signIn(app);
    const cpu = { app: await cpuMeter(db, app.process.pid), floor: await cpuMeter(db, floor.process.pid) };
    const pair = { app, floorUrl: floor.url, headers: { cookie, 'accept-encoding': 'gzip' }, cpu };
    await measureReading(rows, company, pair);
    await measureWriting(rows, company, pair);
    if (rows.wanted('cold')) await measureColdLoad(rows, app, cookie);
    if (rows.wanted('vitals')) await measureVitals(rows, app, cookie);
    if (rows.wanted('memory'))
      rows.note('memory/rss-under-load', (await residentBytes(app.process.pid)) / 2 ** 20, 'MB');
  } finally {
    floor.process.kill();
    await app.stop();
    await forgetWritings(db, readerId);
  }
}

const READING: [row: PageRow, connections: number][] = [
  ['page/feed', 1],
  ['page/feed', 8],
  ['page/feed', 32],
  ['data/feed', 1],
  ['data/feed', 8],
  ['data/feed', 32],
  ['page/feed-unread', 8],
  ['page/feed-audience', 8],
  ['page/feed-activity', 8],
  ['page/permalink', 8],
  ['page/search', 8],
  ['page/search-rare', 8],
  ['page/search-common', 8],
];

async function measureReading(
  rows: Rows,
  { db }: Company,
  { app, floorUrl, headers, cpu }: Pair,
): Promise<void> {
  const newest = await newestPost(db);
  for (const [page, connections] of READING) {
    const row = `${page}@${connections}`;
    if (!rows.wanted(row)) continue;
    const floor = page === 'data/feed' ? '/data' : '/';
    const base = await load(floorUrl + floor, { connections, cpu: cpu.floor });
    const real = await load(app.url + PAGES[page](newest), { connections, headers, cpu: cpu.app });
    noteLoad(rows, row, real, base);
  }
}

/** Creating a post: durable, with outbox, listeners and search index; beside the bare inserts. */
async function measureWriting(
  rows: Rows,
  { db }: Company,
  { app, floorUrl, headers, cpu }: Pair,
): Promise<void> {
  if (!rows.wanted('write/post@8')) return;
  const { audienceId, address, body, headers: form } = await newPosts(db, app.url);
  const floor = `${floorUrl}/post?audience=${audienceId}`;
  const base = await load(floor, { connections: 8, cpu: cpu.floor, body });
  const options = { connections: 8, headers: { ...headers, ...form }, body, cpu: cpu.app };
  noteLoad(rows, 'write/post@8', await load(app.url + address, options), base);
}

async function measureColdLoad(rows: Rows, app: App, cookie: string): Promise<void> {
  const html = await (await fetch(`${app.url}/`, { headers: { cookie } })).text();
  const addresses = new Set(
    [...html.matchAll(/(?:src|href)="(\/assets\/[^"#]+)["#]|"(\/assets\/[^"]+\.js)"/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    ),
  );
  // The list of all routes is named, but never fetched (lazy route discovery); the words are fetched, but not named.
  for (const address of addresses) if (/\/manifest-/.test(address)) addresses.delete(address);
  addresses.add(await wordsOf(html));
  let scripts = 0;
  let total = gzipSync(html).length;
  for (const address of addresses) {
    const bytes = Buffer.from(await (await fetch(app.url + address)).arrayBuffer());
    const size = address.endsWith('.woff2') ? bytes.length : gzipSync(bytes).length;
    total += size;
    if (address.endsWith('.js')) scripts += size;
  }
  rows.note('cold/html-raw', html.length / 1000, 'kB', 100);
  rows.note('cold/html-gzip', gzipSync(html).length / 1000, 'kB', 11);
  rows.note('cold/scripts-gzip', scripts / 1000, 'kB', 115);
  rows.note('cold/total-gzip', total / 1000, 'kB', 200);
}

/** The address of the first words of the page's locale, which its script asks for before it begins. */
async function wordsOf(html: string): Promise<string> {
  const locale = /data-locale="([\w-]+)"/.exec(html)?.[1];
  const files = await readdir('build/client/assets');
  const file = files.find((name) => name.startsWith(`words-${locale}-core-`) && name.endsWith('.js'));
  if (!file) throw new Error(`The build holds no first words for ${locale}.`);
  return `/assets/${file}`;
}
