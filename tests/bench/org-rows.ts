import { gzipSync } from 'node:zlib';
import { type BrowserContext, chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '#tests/e2e/setup/find-chromium.ts';
import { type App, startApp } from '#tests/setup/start-app.ts';
import type { Company } from './companies.ts';
import { type BenchChart, growChart } from './org-chart.ts';
import type { Rows } from './rows.ts';
import { signIn } from './sign-in.ts';

const SIZES = [1_000, 10_000, 100_000];
const ROUNDS = 15;

/**
 * The organisation browser on charts of growing size: opened on somebody far down, a branch opened, a search in it, a way
 * between two, the difference between two days; and what a browser has to hold. The floor is the smallest chart.
 */
export async function measureOrganisation(rows: Rows, { db, parts, url }: Company): Promise<void> {
  const app = await startApp({ env: { DATABASE_URL: url, LOG_LEVEL: 'error' } });
  const executablePath = findChromium();
  const browser = executablePath ? await chromium.launch({ executablePath, args: CHROMIUM_FLAGS }) : null;
  try {
    const cookie = await signIn(app);
    const first = new Map<string, number>();
    for (const size of SIZES) {
      const chart = await growChart(db, parts, size);
      const note = (name: string, value: number, unit: string) => {
        rows.note(`org/${name}/${size}`, value, unit, first.get(name) ?? null);
        if (!first.has(name)) first.set(name, value);
      };
      await measureServer(app, cookie, chart, note);
      const context = await browser?.newContext({ baseURL: app.url, extraHTTPHeaders: { cookie } });
      if (context) await measureBrowser(context, chart, note);
      await context?.close();
    }
  } finally {
    await browser?.close();
    await app.stop();
  }
}

type Note = (name: string, value: number, unit: string) => void;

async function measureServer(app: App, cookie: string, chart: BenchChart, note: Note): Promise<void> {
  const { id, size, seat } = chart;
  const low = seat(Math.floor(size * 0.7));
  const asked: [name: string, address: string][] = [
    ['open', `/org?chart=${id}&focus=${low}`],
    ['open-top', `/org?chart=${id}&focus=${seat(1)}`],
    ['expand', `/org/children?chart=${id}&of=${seat(2)}`],
    ['find', `/org/find?chart=${id}&q=seat%20${Math.floor(size * 0.7)}`],
    ['table', `/org?chart=${id}&view=table`],
    ['way', `/org?chart=${id}&focus=${low}&from=${low}&to=${seat(Math.floor(size * 0.3))}`],
    ['changes', `/org?chart=${id}&focus=${low}&view=changes&since=2025-01-01&on=2026-01-01`],
  ];
  for (const [name, address] of asked) {
    const times: number[] = [];
    let html = '';
    for (let n = 0; n < ROUNDS; n++) {
      const before = performance.now();
      const answer = await fetch(app.url + address, { headers: { cookie } });
      html = await answer.text();
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
      times.push(performance.now() - before);
    }
    times.sort((a, b) => a - b);
    note(name, times[times.length >> 1] as number, 'ms');
    if (name !== 'open') continue;
    note('open/html', html.length / 1000, 'kB');
    note('open/html-gzip', gzipSync(html).length / 1000, 'kB');
  }
}

/** From the address to cards that answer, the elements in the page then, and after opening branch after branch. */
async function measureBrowser(context: BrowserContext, chart: BenchChart, note: Note): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  const address = `/org?chart=${chart.id}&focus=${chart.seat(Math.floor(chart.size * 0.7))}`;
  await page.goto(address, { waitUntil: 'networkidle' });
  const before = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('[role=treeitem][aria-selected=true]').first().waitFor();
  note('cards', performance.now() - before, 'ms');
  await page.waitForLoadState('networkidle');
  const session = await context.newCDPSession(page);
  const measure = async (when: string) => {
    const { nodes, cards } = await page.evaluate(() => ({
      nodes: document.querySelectorAll('*').length,
      cards: document.querySelectorAll('[role=treeitem]').length,
    }));
    if (cards > 150) throw new Error(`${cards} cards in the page`);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    note(`nodes${when}`, nodes, 'nodes');
    note(`heap${when}`, usedSize / 2 ** 20, 'MB');
  };
  await measure('');
  await page.getByRole('button', { name: 'Fit all' }).click();
  for (let n = 0; n < 12; n++) {
    const closed = page.locator('[role=treeitem][aria-expanded=false] a[aria-label^="Show who"]').first();
    if ((await closed.count()) === 0) break;
    await closed.evaluate((link: HTMLElement) => link.click());
    await page.waitForLoadState('networkidle');
  }
  await page.getByRole('button', { name: 'Fit all' }).click();
  await measure('-opened');
}
