import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { deliverySchema } from './delivery.schema.ts';

let world: World;
let jonas: Actor;
let moderator: Actor;

beforeAll(async () => {
  world = await testWorld({ now: new Date('2026-11-26T09:00:00Z') });
  moderator = await world.build.actor({ grants: [{ kind: 'moderate' }] });
  await world.build.actor({ role: 'administrator' });
});
afterAll(() => world.drop());
beforeEach(async () => {
  jonas = await world.build.actor({ language: 'de' });
  await world.settle();
  await world.db.notification.deleteMany();
  world.mails.length = 0;
  world.emitted.length = 0;
});

const talk = () => world.services.conversation;
async function suspend(reason = 'Beleidigungen') {
  const { id } = await talk().suspend(moderator, { handle: jonas.handle, days: 2, reason });
  await world.settle();
  return id;
}
async function lift(id: string) {
  await talk().liftSuspension(moderator, id);
  await world.settle();
}
async function mailsSent() {
  world.clock.advance(3 * 60_000);
  await world.jobs.run('notifications.deliver-mail');
  return world.mails;
}
const wants = (given: Record<string, string>) =>
  world.services.notifications.changeDelivery(
    jonas,
    deliverySchema.parse({ shown: ['moderation'], quietFrom: '', quietTo: '', ...given }),
  );
const notices = async () => (await world.services.notifications.list(jonas)).items;

test('who is suspended is told until when and why, once, and nobody else is told', async () => {
  const id = await suspend();
  const until = new Date(world.clock.now().getTime() + 2 * 86_400_000).toISOString();
  const told = { kind: 'account', what: 'suspended', sentence: 'notifications.suspended', actors: [] };
  expect(await notices()).toMatchObject([{ ...told, reason: 'Beleidigungen', until, unread: true }]);
  expect(await world.db.notification.count()).toBe(1);
  expect(new Set(world.emitted.map(({ room }) => room))).toEqual(new Set([`person:${jonas.personId}`]));
  const [notice] = await notices();
  expect(await world.services.notifications.follow(jonas, notice?.id ?? '')).toBe('/');
  expect(await world.services.notifications.follow(moderator, notice?.id ?? '')).toBeNull();
  await lift(id);
});

test('a mail says it with the reason, also to who wants no words quoted, and whom to ask; its subject is a count', async () => {
  await suspend('Dreimal <beleidigt>');
  const [mail] = await mailsSent();
  expect(mail?.subject).toBe('Flurfunk: eine Mitteilung');
  for (const body of [mail?.text, mail?.html]) {
    expect(body).toContain('Du kannst bis 28.11.2026, 10:00 nichts schreiben');
    expect(body).toContain('Wende dich an die Personalabteilung oder den Betriebsrat.');
  }
  expect(mail?.text).toContain('Grund: Dreimal <beleidigt>');
  expect(mail?.html).toContain('Grund: Dreimal &lt;beleidigt&gt;');
});

test('why words were hidden is mailed only to who wants words quoted', async () => {
  const site = await world.build.site();
  await world.build.join(jonas.personId, site.audienceId);
  const { id } = await world.services.feed.publishPost(jonas, { text: 'Hallo', audienceId: site.audienceId });
  const administrator = await world.build.actor({ role: 'administrator' });
  await world.build.join(administrator.personId, site.audienceId);
  await wants({ mail_moderation: 'instant' });
  await talk().hideEntry(administrator, { entryId: id, reason: 'Ein Name' });
  await world.settle();
  const [mail] = await mailsSent();
  expect(mail?.text).toContain('ausgeblendet');
  expect(mail?.text).not.toContain('Ein Name');
});

test('lifted early, the first notice is done and a second says so; ended by itself, nothing does', async () => {
  const id = await suspend();
  await lift(id);
  expect(await notices()).toMatchObject([
    { what: 'lifted', sentence: 'notifications.suspensionLifted', reason: null, unread: true },
    { what: 'suspended', unread: false },
  ]);
  const sent = await mailsSent();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.text).toContain('Du kannst wieder schreiben');
  await suspend();
  world.clock.advance(3 * 86_400_000);
  await world.settle();
  expect((await notices()).map(({ what }) => what)).toEqual(['suspended', 'lifted', 'suspended']);
});

test('lifted before it is told, only that is told', async () => {
  const { id } = await talk().suspend(moderator, { handle: jonas.handle, days: 2, reason: 'Versehen' });
  await lift(id);
  expect((await notices()).map(({ what }) => what)).toEqual(['lifted']);
});
