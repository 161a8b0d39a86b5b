import { describe, expect, it } from 'vitest';
import { openBrowser } from './setup/browser.ts';

describe('a chart as a file', { timeout: 240_000 }, () => {
  const { visit } = openBrowser();

  it('comes from the menu as the form says, also for the whole chart', async () => {
    const { page, problems } = await visit({ as: 'lead@demo.test', viewport: { width: 1440, height: 900 } });
    await page.goto('/org');
    await page.getByRole('button', { name: 'Export' }).click();
    const menu = page.getByRole('dialog', { name: 'Export' });
    await menu.getByLabel('What').selectOption({ label: 'What is shown here' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      menu.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^organisation-\d{4}-\d\d-\d\d\.pdf$/);
    await menu.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe('/org');
    expect(problems).toEqual([]);
  });

  it('holds the same people in every format, each in its own', async () => {
    const { page } = await visit({ as: 'employee@demo.test' });
    const get = async (format: string, more = '') => {
      const answer = await page.request.get(`/org/export?format=${format}&focus=aylin-kaya${more}`);
      expect([format, answer.status()]).toEqual([format, 200]);
      return { type: answer.headers()['content-type'], body: await answer.body() };
    };
    const svg = await get('svg');
    expect(svg.type).toContain('image/svg+xml');
    expect(svg.body.toString()).toContain('>Mara Süß-Lindemann</text>');
    // Mara is away until some day: the page says so, the file does not.
    expect(svg.body.toString()).not.toContain('away until');
    const csv = (await get('csv', '&scope=below')).body.toString();
    expect(csv).toMatch(/[,;]Mara Süß-Lindemann[,;]/);
    expect(csv).not.toMatch(/[,;]Henrik Müller[,;]/);
    expect((await get('csv', '&scope=all')).body.toString()).toMatch(/[,;]Henrik Müller[,;]/);
    expect((await get('png')).body.subarray(1, 4).toString()).toBe('PNG');
    expect((await get('pdf', '&scope=all&paper=a3')).body.subarray(0, 4).toString()).toBe('%PDF');
  });

  it('is refused as the chart is', async () => {
    const { page } = await visit({ as: 'employee@demo.test' });
    const nowhere = await page.request.get('/org/export?chart=no-such-project&format=csv');
    expect(nowhere.status()).toBe(404);
  });
});
