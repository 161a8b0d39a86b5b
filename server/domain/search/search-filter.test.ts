import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { writeEntry } from '#server/domain/conversation/write-entry.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { pinInput } from '#server/domain/pinboard/pinboard.schema.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { searchSchema } from './search.schema.ts';

let world: World;
let admin: Actor;
let mara: Actor;
let ronja: Actor;
let hamburg: { id: string };
let hall: { id: string; audienceId: string };
let shift: { id: string; audienceId: string };
let slug: string;
const named = new Map<string, string>();

beforeAll(async () => {
  world = await testWorld();
  const { actor, site, unit, join } = world.build;
  hamburg = await site({ name: 'Hamburg' });
  admin = await actor({ role: 'administrator' });
  mara = await actor({ givenName: 'Mara', familyName: 'Kranz', siteId: hamburg.id });
  ronja = await actor({ givenName: 'Ronja', familyName: 'Weiß' });
  hall = await unit({ name: 'Hall 4' });
  shift = await unit({ name: 'Early shift', parentId: hall.id });
  await join(mara.personId, hall.audienceId);
  await join(mara.personId, shift.audienceId);
  ({ slug } = await world.services.projects.createProject(admin, {
    name: 'Kranbahn',
    leadId: mara.personId,
  }));
  await write('to all', EVERYONE_AUDIENCE_ID, ronja);
  await write('to the hall', hall.audienceId);
  await write('to the shift', shift.audienceId);
  const status = { health: 'on_track', text: 'Kran: status' } as const;
  const published = await world.services.projects.publishStatus(mara, slug, status);
  named.set(published.entryId, 'status');
  const pin = { ownerId: ronja.personId, kind: 'note', visibility: 'everyone', text: 'Kran: pin' };
  const placed = await world.services.pinboard.placePin(mara, pinInput.parse(pin));
  named.set(placed.id, 'pin');
  const answer = await world.services.conversation.addComment(ronja, { entryId: placed.id, text: 'Kran!' });
  named.set(answer.id, 'below the pin');
  await world.settle();
});
afterAll(() => world.drop());

async function write(name: string, audienceId: string, author = mara): Promise<void> {
  const { id } = await world.parts.events.transaction((tx) =>
    writeEntry(tx, world.parts, author, { kind: 'post', audienceId, text: `Kran: ${name}` }),
  );
  named.set(id, name);
}

async function find(given: Record<string, string>, actor = mara): Promise<string[]> {
  const input = searchSchema.parse({ q: 'kran', ...given });
  const { results } = await world.services.search.search(actor, input);
  return results
    .map((result) => (result.kind === 'person' ? result.person.name : (named.get(result.id) ?? result.kind)))
    .sort();
}
const refusal = (given: Record<string, string>, actor = mara) =>
  find(given, actor).catch((error) => error.details.fields);

test('by kind: pinboards and statuses with what is said below them, apart from posts', async () => {
  expect(await find({ kind: 'post' })).toEqual(['to all', 'to the hall', 'to the shift']);
  expect(await find({ kind: 'status' })).toEqual(['status']);
  expect(await find({ kind: 'pin' })).toEqual(['below the pin', 'pin']);
});

test('by unit, with the units below it', async () => {
  expect(await find({ unit: hall.id })).toEqual(['to the hall', 'to the shift']);
  expect(await find({ unit: shift.id })).toEqual(['to the shift']);
});

test('by project; one that the reader may not see narrows nothing, as one that does not exist', async () => {
  expect(await find({ project: slug })).toEqual(['project', 'status']);
  const everything = await find({}, ronja);
  const secret = { name: 'Secret', leadId: mara.personId, visibility: 'members' } as const;
  const hidden = await world.services.projects.createProject(admin, secret);
  expect(await find({ project: hidden.slug }, ronja)).toEqual(everything);
  expect(await find({ project: 'nothing-like-it' }, ronja)).toEqual(everything);
});

test('by day, on the reader’s clock', async () => {
  const id = [...named].find(([, name]) => name === 'to all')?.[0] ?? '';
  // Ten past midnight in Berlin, still the day before in UTC.
  await world.db.entry.update({ where: { id }, data: { publishedAt: new Date('2026-03-09T23:10:00Z') } });
  await world.services.search.reindex();
  expect(await find({ from: '2026-03-10', to: '2026-03-10' })).toEqual(['to all']);
  expect(await find({ from: '2026-03-09', to: '2026-03-09' })).toEqual([]);
  expect(await find({ to: '2026-03-10' })).toEqual(['to all']);
});

test('by author: one’s own always, others’ once the agreement of their site allows it', async () => {
  const own = ['pin', 'status', 'to the hall', 'to the shift'];
  expect(await find({ author: `@${mara.handle}` })).toEqual(own);
  expect(await refusal({ author: 'Mara Kranz' }, ronja)).toEqual({ author: ['search.authorOff'] });
  expect(await refusal({ author: 'Nobody Known' })).toEqual({ author: ['search.authorUnknown'] });
  expect(await world.services.search.searchesByAuthor()).toBe(false);
  await world.services.organisation.switchFeature(admin, {
    siteId: hamburg.id,
    feature: 'search_by_author',
    enabled: true,
    agreement: 'BV 9',
    agreedOn: '2026-11-01',
  });
  expect(await world.services.search.searchesByAuthor()).toBe(true);
  expect(await find({ author: 'Mara Kranz' }, ronja)).toEqual(['pin', 'status']);
  expect(await refusal({ author: `@${ronja.handle}` })).toEqual({ author: ['search.authorOff'] });
});

test('a unit given to a project later is that of its statuses, too', async () => {
  const before = await find({ unit: shift.id });
  const basics = { name: 'Kranbahn', descriptionEn: '', descriptionDe: '', visibility: 'open' as const };
  await world.services.projects.changeProject(mara, slug, { ...basics, unitId: shift.id });
  await world.settle();
  expect(await find({ unit: shift.id })).toEqual([...before, 'project', 'status'].sort());
});
