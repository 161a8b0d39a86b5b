import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Address, addresses, fill } from './setup/address-map.ts';
import { type Client, client } from './setup/client.ts';
import { openSecretRoom, type SecretRoom } from './setup/secret-room.ts';

// Whatever is added to the map of the house is asked for here by a visitor and by everybody it is not meant for.

/** Open to a visitor: the doors themselves, how the page looks, and the signed link that ends mails. */
const PUBLIC = [
  'sign-in',
  'sign-out',
  'invitation',
  'reset',
  'setup',
  'language',
  'theme',
  'offline',
  // By a token of its own; without one it is not there.
  'feed.atom',
  'unsubscribe',
  '*',
];
/** What people change for themselves alone. */
const ONES_OWN = ['settings', 'feed', 'notifications'];
/** What is the sender's own affair (their views of the portfolio, say), or every colleague's right. */
const OWN_AFFAIRS = /^((board-on|board-off|block|unblock) \/(people|boards|pins|questions)| \/projects$)/;
const COLLEAGUES_RIGHT = /^place \/(people|boards|pins|questions)/;

const first = ({ pattern }: Address) => pattern.split(/[/?]/)[1] ?? '';
const isPublic = (address: Address) => PUBLIC.includes(first(address));

let map: Address[];
let room: SecretRoom;
let outsiders: [role: string, who: Client][];

beforeAll(async () => {
  map = await addresses();
  room = await openSecretRoom();
  outsiders = [
    ['employee', room.employee],
    ['reader', room.reader],
    ['external', room.external],
  ];
});
afterAll(() => room?.close());

/** Every way an address can be filled with what is secret. */
function filled({ pattern }: Address): string[] {
  const { slug, handle, status, pin, person: ownerId } = room.ids;
  const ways = [status, pin].map((id) => fill(pattern, { id, entryId: id, slug, handle, ownerId }));
  return [...new Set(ways)];
}

type Try = { to: string; intent: string };
const tries = (address: Address): Try[] =>
  filled(address).flatMap((to) => ['', ...address.intents].map((intent) => ({ to, intent })));

/** A form in which every field that any of our forms has is filled, and with what is somebody else's. */
function fullForm(intent: string): Record<string, string> {
  const { person, pin, milestone, absence, audience, grant, chart, edit: editId } = room.ids;
  const whose = { entryId: pin, personId: person, ownerId: person, audienceId: audience };
  const what = { milestoneId: milestone, absenceId: absence, grant, kind: 'note', visibility: 'everyone' };
  const seat = { chartId: chart, edit: 'add', editId };
  const hours = intent === 'hours' && { as: 'site' };
  const words = {
    consent: 'on',
    text: 'By an outsider',
    reason: 'Because',
    emoji: '👍',
    name: 'Outsider',
    blockers: 'All',
  };
  const project = {
    health: 'off_track',
    lifecycle: 'archived',
    nameEn: 'X',
    nameDe: 'X',
    lead: '@aylin-kaya',
    role: 'deputy',
    person: '@aylin-kaya',
    title: 'Outsider',
    to: '@aylin-kaya',
  };
  const someone = { givenName: 'Out', familyName: 'Sider', personnelNumber: '990099', siteId: '' };
  const account = { email: 'out@sider.test', by: 'slip', role: 'administrator', suspended: 'yes' };
  const days = { targetOn: '2030-01-01', from: '2030-01-01', until: '2030-02-01', endsOn: '2020-01-01' };
  const company = { where: 'company', companyName: 'Outsider', defaultLanguage: 'en', germanTone: 'du' };
  const all = {
    ...whose,
    ...what,
    ...seat,
    ...words,
    ...project,
    ...someone,
    ...account,
    ...days,
    ...company,
  };
  return { ...hours, ...all, brandHue: '200', intent };
}

/** Sends every form there is to the addresses; gives those that were taken. */
async function attack(who: Client, targets: Address[]): Promise<string[]> {
  const taken: string[] = [];
  for (const address of targets) {
    const all = tries(address);
    const answers = await Promise.all(all.map(({ to, intent }) => who.post(to, fullForm(intent))));
    taken.push(
      ...all.filter((_, n) => (answers[n]?.status ?? 0) < 400).map(({ to, intent }) => `${intent} ${to}`),
    );
  }
  return taken;
}

describe('every address that writes', () => {
  test('is known to this sweep, with what its forms ask for', () => {
    const writing = map.filter((one) => one.writes);
    expect(writing.length).toBeGreaterThan(20);
    expect(writing.flatMap((one) => one.intents).length).toBeGreaterThan(40);
  });

  test('sends a visitor to the door', async () => {
    const visitor = await client(room.url);
    for (const address of map.filter((one) => one.writes && !isPublic(one)))
      for (const { to, intent } of tries(address)) {
        const { status, location } = await visitor.post(to, fullForm(intent));
        expect([to, intent, status, location.split('?')[0]]).toEqual([to, intent, 302, '/sign-in']);
      }
  });

  test('refuses a request from another site, whoever sends it', async () => {
    for (const address of map.filter((one) => one.writes)) {
      const [to = ''] = filled(address);
      const headers = { origin: 'https://evil.example', cookie: 'a=b' };
      const body = new URLSearchParams({ intent: 'x' });
      const answer = await fetch(room.url + to, { method: 'POST', headers, body });
      expect([to, answer.status]).toEqual([to, 403]);
    }
  });

  test('takes nothing from an employee, a reader or an external that is not theirs to send', async () => {
    const targets = map.filter((one) => one.writes && !isPublic(one) && !ONES_OWN.includes(first(one)));
    for (const [role, who] of outsiders) {
      const before = await room.state();
      const taken = (await attack(who, targets)).filter((one) => !OWN_AFFAIRS.test(one));
      const rights = role === 'employee' ? COLLEAGUES_RIGHT : /^never/;
      expect([role, taken.filter((one) => !rights.test(one))]).toEqual([role, []]);
      expect([role, await room.state()]).toEqual([role, before]);
    }
  });

  test('takes it from those who may: the sweep would see a hole', async () => {
    const before = await room.state();
    const harmless = ['comment', 'react', 'save', 'milestone', 'follow'];
    const targets = map
      .filter((one) => one.writes && ['entries', 'projects'].includes(first(one)))
      .map((one) => ({ ...one, intents: one.intents.filter((intent) => harmless.includes(intent)) }))
      .filter((one) => one.intents.length > 0);
    const taken = (await attack(room.lead, targets)).map((one) => one.split(' ')[0]);
    expect(taken).toEqual(expect.arrayContaining(harmless));
    const after = await room.state();
    expect(after.milestone).not.toBe(before.milestone);
    expect(after.entry).not.toBe(before.entry);
  });
});

describe('every address that reads', () => {
  /** The addresses, with all that a query may name; those that tell the secret. */
  async function leaks(who: Client): Promise<string[]> {
    const { chart, audience, pin } = room.ids;
    const query = new URLSearchParams({ chart, of: chart, audience, stream: audience, q: room.secret });
    query.append('before', pin);
    const found: string[] = [];
    for (const address of map.filter((one) => one.reads)) {
      const variants = filled(address).flatMap((to) => {
        const [path = ''] = to.split('?');
        // A page is made of its data and nothing else; what is no page is asked for as it is.
        const asked = address.file.endsWith('.tsx') ? `${path === '/' ? '/_root' : path}.data` : path;
        return [`${asked}?${query}`];
      });
      const answers = await Promise.all(variants.map((variant) => who.get(variant)));
      for (const [n, { text, status }] of answers.entries())
        if (room.isTold(text) || status >= 500) found.push(`${status} ${variants[n]?.split('?')[0]}`);
    }
    return found;
  }

  test('leads a visitor to the door', async () => {
    const visitor = await client(room.url);
    expect(await leaks(visitor)).toEqual([]);
    for (const address of map.filter((one) => one.reads && !isPublic(one)))
      for (const to of filled(address)) {
        const { status, location } = await visitor.get(to);
        expect([to, status, location.split('?')[0]]).toEqual([to, 302, '/sign-in']);
      }
  });

  test('tells an employee, a reader and an external nothing that is for others', async () => {
    for (const [role, who] of outsiders) {
      expect([role, await leaks(who)]).toEqual([role, []]);
      for (const address of map.filter((one) => one.reads && first(one) === 'admin'))
        for (const to of filled(address)) {
          const { status, text } = await who.get(to);
          expect([role, to, status === 403 || status === 404]).toEqual([role, to, true]);
          expect([role, to, text.length > 0]).toEqual([role, to, true]);
        }
    }
  });

  test('asks for the faces of colleagues on pages for colleagues alone', async () => {
    const without = async (who: Client) => (await who.get('/')).text.includes('data-faces="none"');
    expect([await without(room.external), await without(room.employee)]).toEqual([true, false]);
  });

  test('tells it to those who may read it: the sweep would see a leak', async () => {
    const { slug, pin, status } = room.ids;
    const found = (await leaks(room.lead)).join('\n');
    for (const place of [`/projects/${slug}`, `/entries/${pin}`, `/entries/${status}/text`, '/search'])
      expect(found).toContain(place);
  });
});
