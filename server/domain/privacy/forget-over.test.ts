import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

const DAY_MS = 86_400_000;

let world: World;
let reader: Actor;
beforeAll(async () => {
  world = await testWorld();
  reader = await world.build.actor();
});
afterAll(() => world.drop());

const ago = (days: number) => new Date(world.clock.now().getTime() - days * DAY_MS);

async function event(state: { doneAt?: Date; failedAt?: Date }): Promise<string> {
  const id = world.parts.ids.next();
  const payload = { personId: reader.personId };
  await world.db.outboxEvent.create({ data: { id, type: 'feed.read', payload, ...state } });
  await world.db.listenerLedger.create({ data: { eventId: id, listener: 'feed.live-read' } });
  return id;
}

test('what was told is forgotten after a day, with who heard of it; what waits or failed lately stays', async () => {
  const old = [await event({ doneAt: ago(2) }), await event({ failedAt: ago(31) })];
  const kept = [await event({ doneAt: ago(0.5) }), await event({ failedAt: ago(2) }), await event({})];
  await world.jobs.run('privacy.forget');
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
  const left = await world.db.outboxEvent.findMany({ where: { id: { in: [...old, ...kept] } } });
  expect(ids(left)).toEqual([...kept].sort());
  expect(await world.db.listenerLedger.count({ where: { eventId: { in: old } } })).toBe(0);
});

test('notices, absences and memberships end with their period', async () => {
  const { personId } = reader;
  const notice = (updatedAt: Date) => ({
    id: world.parts.ids.next(),
    personId,
    kind: 'mention' as const,
    groupKey: `mention:${world.parts.ids.next()}`,
    updatedAt,
  });
  const away = (until: Date) => ({ id: world.parts.ids.next(), personId, from: ago(400), until });
  const audience = await world.db.audience.create({
    data: { id: world.parts.ids.next(), kind: 'unit' },
  });
  const member = (validFrom: Date, validTo: Date) => {
    return { audienceId: audience.id, personId, cause: 'unit' as const, validFrom, validTo };
  };
  await world.db.notification.createMany({ data: [notice(ago(366)), notice(ago(364))] });
  await world.db.absence.createMany({ data: [away(ago(100)), away(ago(80))] });
  await world.db.audienceMembership.createMany({
    data: [member(ago(900), ago(400)), member(ago(400), ago(300))],
  });
  await world.jobs.run('privacy.forget');
  expect(await world.db.notification.count({ where: { personId } })).toBe(1);
  expect(await world.db.absence.count({ where: { personId } })).toBe(1);
  expect(await world.db.audienceMembership.count({ where: { audienceId: audience.id } })).toBe(1);
});
