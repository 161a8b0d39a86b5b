import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '#server/platform/database/client.ts';
import { type App, startApp } from '#tests/setup/start-app.ts';
import { type Company, sizeName } from './companies.ts';
import { forgetWritings } from './company.ts';
import { type CpuMeter, cpuMeter } from './cpu.ts';
import { type Load, load, medianLoad } from './load.ts';
import { noteLoad } from './note-load.ts';
import { newestPost, newPosts, PAGES, type PageRow } from './pages.ts';
import type { Rows } from './rows.ts';
import { signIn } from './sign-in.ts';

type House = Company & { app: App; headers: Record<string, string>; cpu: CpuMeter };
/** Asks one of the houses for about so many seconds. */
type Asking = (house: House, seconds: number) => Promise<Load>;

const CONNECTIONS = 8;
/** Both are asked in turns, so that what else the machine does falls on both. */
const TURNS = 3;
const SECONDS = 2;
const PATIENCE_MS = 30_000;

/** The rows of this group for a company of that size, with what each asks. */
function askings(posts: number): [row: string, Asking][] {
  const name = (row: string) => `${row}-${sizeName(posts)}@${CONNECTIONS}`;
  const pages = Object.keys(PAGES) as PageRow[];
  return [
    ...pages.map((page): [string, Asking] => [name(page), (...asked) => readPage(page, ...asked)]),
    [name('write/post'), writePosts],
  ];
}

/** True when a row of this group is asked for. */
export function sizesWanted(rows: Rows, posts: number): boolean {
  return askings(posts).some(([row]) => rows.wanted(row));
}

/** The pages of the large company; the floor is the same page of the small one, so that a ratio says what size costs. */
export async function measureSizes(rows: Rows, small: Company, large: Company): Promise<void> {
  const houses: House[] = [];
  try {
    for (const company of [small, large]) houses.push(await openHouse(company));
    for (const [row, asking] of askings(large.posts)) {
      if (!rows.wanted(row)) continue;
      const loads: Load[][] = houses.map(() => []);
      for (let turn = 0; turn < TURNS; turn++)
        for (const [index, house] of houses.entries()) loads[index]?.push(await asking(house, SECONDS));
      const [base, real] = loads.map(medianLoad) as [Load, Load];
      noteLoad(rows, row, real, base);
    }
  } finally {
    for (const { app } of houses) await app.stop();
    for (const { db, readerId } of houses) await forgetWritings(db, readerId);
  }
}

async function openHouse(company: Company): Promise<House> {
  const app = await startApp({ env: { DATABASE_URL: company.url, LOG_LEVEL: 'error' } });
  const headers = { cookie: await signIn(app), 'accept-encoding': 'gzip' };
  return { ...company, app, headers, cpu: await cpuMeter(company.db, app.process.pid) };
}

async function readPage(page: PageRow, house: House, seconds: number): Promise<Load> {
  const { app, headers, cpu } = house;
  const address = PAGES[page](await newestPost(house.db));
  return load(app.url + address, { connections: CONNECTIONS, headers, cpu, seconds });
}

async function writePosts({ app, db, headers, cpu }: House, seconds: number): Promise<Load> {
  const posts = await newPosts(db, app.url);
  const written = await load(app.url + posts.address, {
    connections: CONNECTIONS,
    headers: { ...headers, ...posts.headers },
    body: posts.body,
    cpu,
    seconds,
  });
  await settle(db);
  return written;
}

/** Until all is done that the posts set off: whoever is measured next shall not pay for it. */
async function settle(db: Database): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until && (await db.outboxEvent.count({ where: { doneAt: null, failedAt: null } })) > 0)
    await wait(200);
}
