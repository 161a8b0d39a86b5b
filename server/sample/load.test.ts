import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { loadSampleCompany } from './load.ts';
import { SAMPLE_PASSWORD } from './sign-ins.ts';

/** Everything that is told, in the order of its ids; hashes of passwords are random by design. */
async function told({ db }: World) {
  const [people, positions, statuses, bodies, items, reactions, notices] = await Promise.all([
    db.person.findMany({ orderBy: { id: 'asc' }, omit: { updatedAt: true } }),
    db.position.findMany({ orderBy: { id: 'asc' }, omit: { updatedAt: true } }),
    db.statusUpdate.findMany({ orderBy: { entryId: 'asc' } }),
    db.entryBody.findMany({ orderBy: [{ entryId: 'asc' }, { language: 'asc' }] }),
    db.feedItem.findMany({ orderBy: { id: 'asc' } }),
    db.reaction.findMany({ orderBy: [{ entryId: 'asc' }, { personId: 'asc' }, { emoji: 'asc' }] }),
    db.notification.findMany({ orderBy: { id: 'asc' } }),
  ]);
  return { people, positions, statuses, bodies, items, reactions, notices };
}

describe('the sample company', () => {
  const now = new Date('2026-03-18T13:20:00Z');
  const worlds: World[] = [];
  let world: World;

  async function load(): Promise<World> {
    const loaded = await testWorld({ now });
    worlds.push(loaded);
    await loadSampleCompany(loaded.services, loaded.parts);
    return loaded;
  }

  async function actorOf(identifier: string): Promise<Actor> {
    const signedIn = await world.services.identity.signIn(
      { address: '192.0.2.1', userAgent: 'Test', deviceToken: null, requestId: null, local: false },
      { name: identifier, password: SAMPLE_PASSWORD, shared: false },
    );
    const loaded = await world.services.identity.loadActor(signedIn.token);
    if (!loaded) throw new Error(`${identifier} cannot sign in`);
    return loaded.actor;
  }

  beforeAll(async () => {
    world = await load();
  }, 240_000);
  afterAll(async () => {
    for (const loaded of worlds) await loaded.drop();
  });

  test('is the same at every telling', { timeout: 240_000 }, async () => {
    expect(await told(await load())).toEqual(await told(world));
  });

  test('has about two hundred people at three sites, a leaver and an external', async () => {
    const { db } = world;
    const bySite = await db.person.groupBy({ by: ['siteId'], _count: true });
    expect(bySite).toHaveLength(3);
    expect(await db.person.count()).toBeGreaterThan(190);
    expect(await db.person.count({ where: { endsOn: { lte: now } } })).toBe(1);
    expect(await db.person.count({ where: { kind: 'external' } })).toBe(1);
  });

  test('everybody the README names can sign in, by address or personnel number', async () => {
    for (const [identifier, name, role] of [
      ['employee@demo.test', 'Ronja Weiß', 'employee'],
      ['lead@demo.test', 'Aylin Kaya', 'employee'],
      ['admin@demo.test', 'Björn Ahlers', 'administrator'],
      ['reader@demo.test', 'Wilhelmine Tannenberg-Öztürk', 'reader'],
      ['betriebsrat@demo.test', 'Renate Brinkmann', 'employee'],
      ['40117', 'Yusuf Şahin', 'employee'],
    ] as const) {
      expect(await actorOf(identifier)).toMatchObject({ displayName: name, role });
    }
  });

  test('Atlas is at risk after 26 updates, and its go-live moved with a reason', async () => {
    const ronja = await actorOf('employee@demo.test');
    const { projects } = world.services;
    const atlas = await projects.projectPage(ronja, 'atlas-erp-rollout');
    expect(atlas).toMatchObject({
      health: 'at_risk',
      originalTargetOn: '2026-12-15',
      targetOn: '2026-12-29',
    });
    const timeline = await projects.healthTimeline(ronja, 'atlas-erp-rollout');
    expect(timeline).toHaveLength(26);
    expect(timeline.at(-1)?.slipReason?.text).toContain('Stücklisten');
    const all = await world.db.project.count();
    expect(all).toBe(12);
  });

  test('only what is fresh was announced', async () => {
    const ronja = await actorOf('employee@demo.test');
    const unread = await world.services.notifications.unreadCount(ronja);
    expect(unread).toBeGreaterThan(0);
    expect(unread).toBeLessThan(8);
  });

  test('the hidden comment tells its reason', async () => {
    const hidden = await world.db.entry.findMany({ where: { state: 'hidden' } });
    expect(hidden).toHaveLength(1);
    expect(hidden[0]?.removalReason).toMatch(/^Herabsetzend/);
  });
});
