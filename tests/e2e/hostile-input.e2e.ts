import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Client } from './setup/client.ts';
import { openSecretRoom, type SecretRoom } from './setup/secret-room.ts';

// What people could type to make our pages do something: in a project that nobody else reads.
vi.setConfig({ testTimeout: 180_000 });
let room: SecretRoom;
let strings: string[];
let everything: string[];

beforeAll(async () => {
  const file = await readFile(new URL('../fixtures/naughty-strings.json', import.meta.url), 'utf8');
  const list = JSON.parse(file) as { strings: string[]; rest: string[] };
  strings = list.strings;
  everything = [...list.strings, ...list.rest];
  room = await openSecretRoom();
});
afterAll(() => room?.close());

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');

/** What of it became part of a page: handlers, links that run something, tags as they were typed. */
function cameThrough(html: string): string[] {
  const outside = html.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, '');
  const bare = outside.replaceAll(/="[^"]*"/g, '=""');
  const handlers = bare.match(/<[^<>]*\son\w+=[^<>]*>/gi) ?? [];
  const links = outside.match(/<[^<>]*\s(href|src)="\s*(javascript|data|vbscript):[^<>]*>/gi) ?? [];
  const raw = everything.filter((text) => /<\w/.test(text) && outside.includes(text));
  return [...handlers, ...links, ...raw];
}

async function page(who: Client, address: string): Promise<string> {
  const { status, text } = await who.get(address);
  expect([address, status]).toEqual([address, 200]);
  expect([address, cameThrough(text)]).toEqual([address, []]);
  return text;
}

test('what a page must not hold would be found', () => {
  for (const planted of [
    '<p onclick="x()">',
    '<a class="b" href="javascript:x()">',
    '<u oncopy=alert()> Copy me</u>',
  ])
    expect([planted, cameThrough(`<div>${planted}</div>`)]).not.toEqual([planted, []]);
});

test('is stored and shown as the words it is made of, wherever people write', async () => {
  const { slug, handle, pin, person } = room.ids;
  const answers: [string, number][] = [];
  const send = async (address: string, form: Record<string, string>) =>
    answers.push([address, (await room.lead.post(address, form)).status]);
  const telling = ['<script>alert(123)</script>', '<u oncopy=alert()> Copy me</u>'];
  for (let from = 0; from < everything.length; from += 20)
    await send(`/entries/${pin}`, { intent: 'comment', text: everything.slice(from, from + 20).join('\n') });
  await send(`/entries/${pin}`, { intent: 'comment', text: telling.join('\n') });
  const asked = strings.map((q) => room.lead.get(`/search/suggest?${new URLSearchParams({ q })}`));
  expect((await Promise.all(asked)).map(({ status }) => status).filter((status) => status >= 500)).toEqual(
    [],
  );
  // All in one text, as far as it goes: what one string opens, another could close.
  const together = strings.join('\n');
  await send(`/projects/${slug}/status/new`, {
    health: 'on_track',
    text: together.slice(0, 4_900),
    blockers: together.slice(1_000, 1_400),
    targetOn: '',
  });
  await send(`/people/${handle}/edit`, {
    intent: 'profile',
    skills: strings.slice(20, 40).join('\n'),
    room: '"><img src=x>',
  });
  await send(`/people/${handle}?index`, {
    intent: 'place',
    ownerId: person,
    kind: 'note',
    visibility: 'two',
    text: '<svg onload=alert(1)>',
  });
  expect(answers.filter(([, status]) => status >= 500)).toEqual([]);

  const board = await page(room.lead, `/people/${handle}/pins/${pin}`);
  for (const text of telling) expect(board).toContain(escaped(text));
  for (const address of [
    `/projects/${slug}`,
    `/people/${handle}/about`,
    `/people/${handle}`,
    '/',
    '/projects',
  ])
    await page(room.lead, address);
  for (const text of telling) await page(room.lead, `/search?${new URLSearchParams({ q: text })}`);
});

test('a megabyte is refused at its field, and does not come back', async () => {
  const { slug, handle, pin, status } = room.ids;
  const text = 'ä'.repeat(160_000);
  const forms: [string, Record<string, string>][] = [
    [`/entries/${pin}`, { intent: 'comment', text }],
    [`/entries/${status}`, { intent: 'report', reason: text }],
    [`/projects/${slug}/status/new`, { health: 'on_track', text, targetOn: '' }],
    [`/projects/${slug}/edit`, { intent: 'milestone', nameEn: text, nameDe: 'X', targetOn: '2030-01-01' }],
    [`/people/${handle}/edit`, { intent: 'profile', room: text }],
    [`/people/${handle}/edit`, { intent: 'profile', skills: text }],
    [`/projects/${slug}/edit`, { intent: 'basics', name: text, visibility: 'members' }],
    [`/projects/${slug}/status/new`, { health: 'on_track', text: 'X', blockers: text, targetOn: '' }],
    [`/entries/${status}`, { intent: 'close', reason: text }],
    ['/projects', { intent: 'save-view', name: text, query: 'health=at_risk' }],
    ['/?index', { text, audienceId: room.ids.audience, idempotencyKey: 'a-megabyte' }],
    [
      `/people/${handle}?index`,
      { intent: 'place', ownerId: room.ids.person, kind: 'note', visibility: 'two', text },
    ],
  ];
  for (const [address, form] of forms) {
    const answer = await room.lead.post(address, form);
    expect([address, answer.status]).toEqual([address, 400]);
    expect([address, /too long|tooLong/i.test(answer.text)]).toEqual([address, true]);
    expect([address, answer.text.length < 400_000]).toEqual([address, true]);
  }
  expect((await room.lead.get(`/search?q=${'x'.repeat(8_000)}`)).status).toBe(200);
});
