import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { publishOnMonday, textsInFeed } from '#tests/factories/scheduled-post.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

const FRIDAY = new Date('2026-10-23T08:00:00Z');
/** When it comes out: eight o'clock in Hamburg. */
const MONDAY = new Date('2026-10-26T07:00:00Z');

let world: World;
let site: { id: string; audienceId: string };
let office: { id: string; audienceId: string };
let author: Actor;
let reader: Actor;

beforeEach(async () => {
  world = await testWorld({ now: FRIDAY });
  site = await world.build.site({ name: 'Hamburg' });
  office = await world.build.site({ name: 'Bremen' });
  author = await world.build.actor({ siteId: site.id, grants: [{ kind: 'must_read' }] });
  reader = await world.build.actor({ siteId: site.id });
});
afterEach(() => world.drop());

const post = (input: Partial<Parameters<typeof publishOnMonday>[2]> = {}) =>
  publishOnMonday(world, author, { audienceId: site.audienceId, ...input });
const feedOf = (actor: Actor) => textsInFeed(world, actor);
const minute = () => world.jobs.run('feed.release');
const waiting = () => world.services.feed.scheduled(author);
const refusal = (work: Promise<unknown>) => expect(work).rejects;

describe('its author chooses other readers', () => {
  const other = { publishOn: '2026-10-26', publishAt: '08:00', text: 'For others' };
  const joinOffice = () =>
    world.db.audienceMembership.create({
      data: {
        audienceId: office.audienceId,
        personId: author.personId,
        cause: 'named',
        validFrom: FRIDAY,
      },
    });
  const change = (entryId: string, audienceId: string, actor = author) =>
    world.services.feed.changeScheduled(actor, { entryId, audienceId, ...other });

  test('only those that they may post to', async () => {
    const { id } = await post();
    await refusal(change(id, office.audienceId)).toMatchObject({
      details: { fields: { audienceId: ['error.audienceNotYours'] } },
    });
    expect(await waiting()).toMatchObject([{ where: { id: site.audienceId }, text: /canteen/ }]);
  });

  test('and it comes out to them, and to nobody else', async () => {
    const there = await world.build.actor({ siteId: office.id });
    await joinOffice();
    const { id } = await post({ mustRead: true });
    expect(await change(id, office.audienceId)).toEqual({ mustReadDropped: false });
    world.clock.set(MONDAY);
    await minute();
    expect(await feedOf(reader)).toEqual([]);
    expect((await world.services.feed.front(there)).top.map((item) => item.entry?.id)).toEqual([id]);
  });

  test('of whom they may not demand that they read it: then nobody has to', async () => {
    author = await world.build.actor({
      siteId: site.id,
      grants: [{ kind: 'must_read', scope: 'site', scopeId: site.id }],
    });
    await joinOffice();
    const { id } = await post({ mustRead: true });
    expect(await change(id, site.audienceId)).toEqual({ mustReadDropped: false });
    expect(await waiting()).toMatchObject([{ mustRead: true }]);
    expect(await change(id, office.audienceId)).toEqual({ mustReadDropped: true });
    expect(await waiting()).toMatchObject([{ mustRead: false, where: { name: 'Bremen' } }]);
    world.clock.set(MONDAY);
    await minute();
    expect(await waiting()).toEqual([]);
    expect(await world.db.readingConfirmation.count()).toBe(0);
  });
});

test('its author takes files away, adds others and says other things of them', async () => {
  const { feed, files } = world.services;
  const upload = async (owner: Actor, name: string) =>
    (await files.store(owner, { name, bytes: Buffer.from(name) })).id;
  const said = (id: string, alt = '') => ({ id, alt, credit: '', consent: false });
  const [plan, menu, hours, theirs] = await Promise.all([
    upload(author, 'plan.txt'),
    upload(author, 'menu.txt'),
    upload(author, 'hours.txt'),
    upload(reader, 'theirs.txt'),
  ]);
  const { id } = await post({ attachments: [said(plan), said(menu)] });
  const change = (ids?: ReturnType<typeof said>[]) =>
    feed.changeScheduled(author, { entryId: id, text: 'Changed', attachments: ids });
  const names = async () => (await waiting())[0]?.files.map((file) => `${file.name} ${file.alt}`.trim());
  await change([said(hours), said(menu, 'Soups')]);
  expect(await names()).toEqual(['hours.txt', 'menu.txt Soups']);
  // What a form does not send stays; what is somebody else's, or was taken away by another hand, is refused whole.
  await change();
  await refusal(change([said(menu), said(theirs)])).toMatchObject({
    details: { fields: { attachments: ['files.gone'] } },
  });
  expect(await names()).toEqual(['hours.txt', 'menu.txt Soups']);
  // Its author sees what hangs on it; nobody else does until it comes out.
  expect((await files.read(author, menu, null)).name).toBe('menu.txt');
  await refusal(files.read(reader, menu, null)).toMatchObject({ code: 'not_found' });
  await change([]);
  expect(await names()).toEqual([]);
  world.clock.set(new Date('2026-10-25T08:00:00Z'));
  await world.jobs.run('files.sweep');
  expect(await world.db.file.count({ where: { id: { in: [plan, menu, hours] } } })).toBe(0);
});

test('published at once, it comes out as its author has it before their eyes', async () => {
  const { id } = await post();
  const now = (change: { text: string; audienceId?: string }) =>
    world.services.feed.publishScheduled(author, id, change);
  await refusal(now({ text: 'For others', audienceId: office.audienceId })).toMatchObject({
    details: { fields: { audienceId: ['error.audienceNotYours'] } },
  });
  expect(await waiting()).toMatchObject([{ id, text: 'The canteen opens on Monday.' }]);
  await now({ text: 'The canteen is open.' });
  expect(await feedOf(reader)).toEqual(['The canteen is open.']);
});
