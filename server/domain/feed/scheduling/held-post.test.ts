import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { deliverySchema } from '#server/domain/notifications/delivery.schema.ts';
import { publishOnMonday } from '#tests/factories/scheduled-post.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

// A post whose hour comes when its author lacks a right for it: whom is told what.

let world: World;
let site: { id: string; audienceId: string };
let author: Actor;

beforeEach(async () => {
  world = await testWorld({ now: new Date('2026-10-23T08:00:00Z') });
  site = await world.build.site({ name: 'Hamburg' });
  const chief = await world.build.actor({ siteId: site.id });
  author = await world.build.actor({
    siteId: site.id,
    grants: [{ kind: 'must_read' }, { kind: 'speak_for', scope: 'person', scopeId: chief.personId }],
  });
  // Who is new joins their site once; who leaves it below stays out.
  await world.settle();
});
afterEach(() => world.drop());

const post = (input: { mustRead?: boolean; voice?: string } = {}) =>
  publishOnMonday(world, author, { audienceId: site.audienceId, ...input });
const leave = () =>
  world.db.audienceMembership.deleteMany({
    where: { audienceId: site.audienceId, personId: author.personId },
  });
const minute = () => world.jobs.run('feed.release');
async function hourComes() {
  world.clock.set(new Date('2026-10-26T07:00:00Z'));
  await Promise.all([minute(), minute(), minute()]);
  await world.settle();
}
const notices = async () => (await world.services.notifications.list(author)).items;
const waiting = () => world.services.feed.scheduled(author);

test('its author is told once however many look, nobody else is, and it is led to until it comes out', async () => {
  const { id } = await post();
  await leave();
  await hourComes();
  const told = {
    kind: 'scheduled',
    sentence: 'notifications.heldAudience',
    excerpt: 'The canteen opens on Monday.',
    count: 1,
    actors: [],
    unread: true,
  };
  expect(await notices()).toMatchObject([told]);
  expect(await world.db.notification.count()).toBe(1);

  const { id: notice = '' } = (await notices())[0] ?? {};
  const follow = () => world.services.notifications.follow(author, notice);
  expect(await follow()).toBe(`/scheduled#entry-${id}`);
  expect(await world.services.notifications.unreadCount(author)).toBe(0);
  await world.build.join(author.personId, site.audienceId);
  await world.services.feed.publishScheduled(author, id);
  expect(await follow()).toBe(`/posts/${id}`);
});

test('a mail says so at once, unless its author wants none', async () => {
  await post();
  await post();
  await leave();
  await hourComes();
  world.clock.advance(3 * 60_000);
  await world.jobs.run('notifications.deliver-mail');
  expect(world.mails.map(({ to }) => to)).toEqual([
    (await world.db.account.findUniqueOrThrow({ where: { id: author.accountId } })).email,
  ]);
  const [mail] = world.mails;
  const [newest] = await notices();
  for (const words of ['Your scheduled post did not come out:', `/notifications/${newest?.id}`])
    for (const body of [mail?.text, mail?.html]) expect(body).toContain(words);

  await world.services.notifications.changeDelivery(
    author,
    deliverySchema.parse({ shown: ['scheduled'], mail_scheduled: 'off', quietFrom: '', quietTo: '' }),
  );
  await world.db.entry.updateMany({ where: { state: 'draft' }, data: { state: 'scheduled' } });
  await hourComes();
  world.clock.advance(3 * 60_000);
  await world.jobs.run('notifications.deliver-mail');
  expect(world.mails).toHaveLength(1);
});

test('losing access takes notices back of what others wrote, not this one', async () => {
  await post();
  await leave();
  await hourComes();
  const { personId } = author;
  await world.parts.events.transaction((tx) =>
    world.parts.events.publish(tx, { type: 'membership.changed', personId, audienceId: site.audienceId }),
  );
  await world.settle();
  expect(await notices()).toMatchObject([{ unread: true }]);
});

test('who has opened the page of what waits has heard of it, and hears again when it is held again', async () => {
  const { id } = await post();
  await leave();
  await hourComes();
  await world.services.notifications.openedScheduled(author);
  expect(await notices()).toMatchObject([{ unread: false }]);
  await world.db.entry.update({ where: { id }, data: { state: 'scheduled' } });
  await minute();
  await world.settle();
  expect((await notices()).map(({ unread }) => unread)).toEqual([true, false]);
});

test('taken back before the notice is written, none comes', async () => {
  const { id } = await post();
  await leave();
  world.clock.set(new Date('2026-10-26T07:00:00Z'));
  await minute();
  await world.services.feed.cancelScheduled(author, id);
  await world.settle();
  expect(await world.db.notification.count()).toBe(0);
});

const LOSSES: [string, { mustRead?: boolean; voice?: true }, () => Promise<unknown>][] = [
  ['heldVoice', { voice: true }, () => world.db.grant.deleteMany({ where: { kind: 'speak_for' } })],
  ['heldMustRead', { mustRead: true }, () => world.db.grant.deleteMany({ where: { kind: 'must_read' } })],
  ['heldReadOnly', {}, () => changeAccount({ role: 'reader' })],
  ['heldAccount', {}, () => changeAccount({ state: 'suspended' })],
];
function changeAccount(data: { role?: 'reader'; state?: 'suspended' }) {
  return world.db.account.update({ where: { personId: author.personId }, data });
}

test.each(LOSSES)('its author reads why: %s', async (sentence, { voice, mustRead }, lose) => {
  const whom = author.grants.find(({ kind }) => kind === 'speak_for')?.scopeId;
  await post({ mustRead, voice: voice && `person:${whom}` });
  await lose();
  await hourComes();
  expect(await notices()).toMatchObject([{ sentence: `notifications.${sentence}` }]);
});

test('whoever tried it themselves reads why there, and it waits on', async () => {
  const { id } = await post();
  await leave();
  await expect(world.services.feed.publishScheduled(author, id)).rejects.toMatchObject({ code: 'invalid' });
  await world.settle();
  expect(await notices()).toEqual([]);
  expect(await waiting()).toMatchObject([{ id, held: false }]);
  const suspended = { ...author, suspended: { until: '2026-11-01T00:00:00.000Z', reason: 'x' } };
  const change = { entryId: id, text: 'Mine', publishOn: '2026-10-27', publishAt: '09:15' };
  const onlyReads = { code: 'invalid', details: { fields: { audienceId: ['feed.obstacleReadOnly'] } } };
  for (const attempt of [
    () => world.services.feed.publishScheduled(suspended, id),
    () => world.services.feed.changeScheduled(suspended, change),
  ])
    await expect(attempt()).rejects.toMatchObject(onlyReads);
});
