import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { online, openBrowser } from './setup/browser.ts';
import { client } from './setup/client.ts';
import { writePost } from './setup/compose.ts';
import { openSecretRoom, type SecretRoom } from './setup/secret-room.ts';

const { visit, url } = openBrowser();

test('a pasted address shows the page in small to who may see it; to others it stays an address', async () => {
  const admin = await client(url, 'admin@demo.test');
  const name = `Tarn <b>${Date.now()}</b> \u202Eemirp`;
  const lead = '@bjoern-ahlers';
  const made = await admin.post('/projects/new', { name, visibility: 'members', cadence: 'none', lead });
  const path = new URL(made.location, url).pathname;
  expect(path).toMatch(/^\/projects\/tarn-/);

  const author = await visit({ as: 'admin@demo.test', viewport: { width: 390, height: 844 } });
  const words = `How it stands ${Date.now()}: `;
  await writePost(author.page, `${words}${url}${path}`);
  await author.page.locator('#composer-audience').selectOption({ label: 'Everyone' });
  await author.page.getByRole('button', { name: 'Post', exact: true }).click();
  const mine = author.page.getByRole('article').filter({ hasText: words });
  const card = mine.getByRole('link', { name: /^Project/ });
  await card.waitFor();
  expect(await card.locator('bdi').first().textContent()).toBe(name);
  expect(await mine.locator(`a[href$="${path}"]`).count()).toBe(2);
  const narrow = await author.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  expect(narrow).toBe(true);

  const reader = await visit({ as: 'employee@demo.test' });
  const theirs = reader.page.getByRole('article').filter({ hasText: words });
  await theirs.waitFor();
  expect(await theirs.locator(`a[href$="${path}"]`).count()).toBe(1);
  expect((await reader.page.content()).includes('Tarn')).toBe(false);

  await online(author.page);
  await card.focus();
  await author.page.keyboard.press('Enter');
  await author.page.waitForURL(`**${path}`);
  expect([...author.problems, ...reader.problems]).toEqual([]);
  await admin.post(`${path}/edit`, { intent: 'lifecycle', lifecycle: 'archived' });
});

describe('what is secret is told of by no preview', () => {
  let room: SecretRoom;
  beforeAll(async () => {
    room = await openSecretRoom();
  });
  afterAll(() => room?.close());

  test.each(['project', 'status', 'pin'] as const)('%s', async (what) => {
    const { slug, handle, status, pin } = room.ids;
    const path = {
      project: `/projects/${slug}`,
      status: `/projects/${slug}/status/${status}`,
      pin: `/people/${handle}/pins/${pin}`,
    }[what];
    const admin = await client(url, 'admin@demo.test');
    const words = `Look at ${what} ${Date.now()}`;
    const everyone = '00000000-0000-7000-8000-000000000001';
    const form = { text: `${words} ${url}${path}`, audienceId: everyone, intent: 'information' };
    expect((await admin.post('/?index', form)).status).toBeLessThan(400);
    const read = async (who: SecretRoom['lead']) => {
      const { text } = await who.get('/');
      expect(text).toContain(words);
      return text;
    };
    for (const outsider of [room.employee, room.reader])
      expect(room.isTold(await read(outsider))).toBe(false);
    const cards = (await read(room.lead)).match(/<a[^>]*link-card.*?<\/a>/gs) ?? [];
    expect(room.isTold(cards[0] ?? '')).toBe(true);
  });
});
