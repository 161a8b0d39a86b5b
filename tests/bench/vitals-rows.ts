import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '#tests/e2e/setup/find-chromium.ts';
import type { App } from '#tests/setup/start-app.ts';
import type { Rows } from './rows.ts';

/** Each visit is a first one, with an empty cache; the median is told. */
const VISITS = 5;
/** A slow phone on a mobile network, as Lighthouse has it by default: 4 times slower, 1.6 Mbit/s, 150 ms. */
const CPU_SLOWDOWN = 4;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};

type Vitals = { lcp: number; inp: number; cls: number };

/**
 * What somebody with a phone waits for on the feed (web.dev/vitals): until the largest thing is painted, until a tap is
 * answered by a frame, and how much moves by itself. Taps: another order, the menu of a post, a reaction, a comment.
 */
export async function measureVitals(rows: Rows, app: App, cookie: string): Promise<void> {
  const executablePath = findChromium();
  if (!executablePath) return console.log('vitals: not measured, there is no Chromium here');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const visits: Vitals[] = [];
    for (let visit = 0; visit < VISITS; visit += 1) visits.push(await measureVisit(browser, app.url, cookie));
    const median = (name: keyof Vitals) =>
      visits.map((visit) => visit[name]).sort((a, b) => a - b)[Math.floor(VISITS / 2)] as number;
    rows.note('vitals/lcp', median('lcp') / 1000, 's');
    rows.note('vitals/inp', median('inp'), 'ms');
    rows.note('vitals/cls', median('cls'), '');
  } finally {
    await browser.close();
  }
}

async function measureVisit(browser: Browser, url: string, cookie: string): Promise<Vitals> {
  const context = await browser.newContext(PHONE);
  const cookies = cookie.split('; ').map((pair) => pair.split('='));
  await context.addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url })));
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', NETWORK);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.addInitScript(observe);
    await page.goto(url);
    await page.locator('html[data-live]').waitFor({ state: 'attached' });
    await tapAround(page);
    return await page.evaluate(() => (globalThis as unknown as { vitals: Vitals }).vitals);
  } finally {
    await context.close();
  }
}

async function tapAround(page: Page): Promise<void> {
  const first = page.getByRole('article').first();
  await first.locator('[data-action=like]').tap();
  await first.locator('[data-action=comment]').tap();
  await first.getByRole('textbox').first().pressSequentially('Thanks');
  await page.mouse.wheel(0, 1_500);
  await page.getByRole('article').nth(4).locator('[data-action=like]').tap();
  // The entries of the last tap arrive with a later frame.
  await page.waitForTimeout(1_000);
}

type Entry = PerformanceEntry & { value?: number; hadRecentInput?: boolean; interactionId?: number };

/** Runs in the page, before anything else; names no function of its own, as tsx would mark it with a helper. */
function observe(): void {
  const vitals = { lcp: 0, inp: 0, cls: 0 };
  Object.assign(globalThis, { vitals });
  for (const type of ['largest-contentful-paint', 'layout-shift', 'event']) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Entry[]) {
        if (type === 'largest-contentful-paint') vitals.lcp = entry.startTime;
        else if (type === 'layout-shift' && !entry.hadRecentInput) vitals.cls += entry.value ?? 0;
        else if (entry.interactionId) vitals.inp = Math.max(vitals.inp, entry.duration);
      }
    }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  }
}
