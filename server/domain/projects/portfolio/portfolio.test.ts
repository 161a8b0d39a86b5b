import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { portfolioSchema } from './portfolio.schema.ts';

const DAY_MS = 86_400_000;

describe('the portfolio', () => {
  let world: World;
  let admin: Actor;
  let aylin: Actor;
  let ingo: Actor;
  let reader: Actor;

  beforeAll(async () => {
    world = await testWorld();
    admin = await world.build.actor({ role: 'administrator' });
    aylin = await world.build.actor({ givenName: 'Aylin', familyName: 'Kaya' });
    ingo = await world.build.actor({ givenName: 'Ingo', familyName: 'Fahrenkrog' });
    reader = await world.build.actor({ role: 'reader' });
    const { projects } = world.services;
    const atlas = await projects.createProject(admin, {
      name: 'Atlas',
      leadId: aylin.personId,
      targetOn: '2027-12-15',
    });
    const lager = await projects.createProject(admin, {
      name: 'Lagerlogistik',
      leadId: ingo.personId,
      targetOn: '2027-06-01',
    });
    await projects.createProject(admin, { name: 'Neu', leadId: ingo.personId });
    await projects.createProject(admin, {
      name: 'Vertraulich',
      leadId: ingo.personId,
      visibility: 'members',
    });
    await projects.publishStatus(aylin, atlas.slug, {
      health: 'at_risk',
      text: 'Careful.',
      targetOn: '2027-12-15',
    });
    world.clock.advance(10 * DAY_MS);
    await projects.publishStatus(ingo, lager.slug, {
      health: 'off_track',
      text: 'Late.',
      targetOn: '2027-06-01',
    });
  });
  afterAll(() => world.drop());

  async function names(actor: Actor, query: Record<string, string> = {}) {
    const page = await world.services.projects.portfolio(actor, portfolioSchema.parse(query));
    expect(page.total).toBe(page.projects.length);
    return page.projects.map((project) => project.name);
  }

  test('what needs attention first, and nothing that is for members', async () => {
    expect(await names(reader)).toEqual(['Lagerlogistik', 'Atlas', 'Neu']);
    expect(await names(ingo)).toContain('Vertraulich');
  });

  test.each([
    [{ health: 'at_risk' }, ['Atlas']],
    [{ health: 'none' }, ['Neu']],
    [{ lead: 'ingo-fahrenkrog' }, ['Lagerlogistik', 'Neu']],
    [{ stale: '7' }, ['Atlas', 'Neu']],
    [{ lifecycle: 'done' }, []],
    [{ sort: 'name' }, ['Atlas', 'Lagerlogistik', 'Neu']],
    [{ sort: 'updated' }, ['Lagerlogistik', 'Atlas', 'Neu']],
    [{ sort: 'stale' }, ['Neu', 'Atlas', 'Lagerlogistik']],
    [{ sort: 'slip' }, ['Neu', 'Lagerlogistik', 'Atlas']],
    [{ sort: 'target' }, ['Lagerlogistik', 'Atlas', 'Neu']],
    [{ health: 'nonsense', stale: '-3', after: 'not-a-cursor' }, ['Lagerlogistik', 'Atlas', 'Neu']],
  ] as [Record<string, string>, string[]][])('%j', async (query, expected) => {
    expect(await names(reader, query)).toEqual(expected);
  });

  test('a cursor goes on exactly after its project, in every order', async () => {
    for (const sort of ['health', 'name', 'updated', 'stale', 'target'] as const) {
      const all = await world.services.projects.portfolio(reader, portfolioSchema.parse({ sort }));
      const rows = await world.services.projects.portfolio(reader, portfolioSchema.parse({ sort }), 1);
      const second = await world.services.projects.portfolio(
        reader,
        portfolioSchema.parse({ sort, after: rows.next ?? '' }),
        1,
      );
      expect(second.projects[0]?.id).toBe(all.projects[1]?.id);
    }
  });

  test('following brings it into my projects, and leaving takes it out', async () => {
    const { projects } = world.services;
    expect(await projects.myProjects(reader)).toEqual([]);
    await projects.followProject(reader, 'atlas');
    await projects.followProject(reader, 'atlas');
    expect(await projects.myProjects(reader)).toEqual([
      expect.objectContaining({ slug: 'atlas', health: 'at_risk' }),
    ]);
    const mine = portfolioSchema.parse({ mine: '1' });
    expect((await projects.portfolio(reader, mine)).projects.map((card) => card.slug)).toEqual(['atlas']);
    expect((await projects.projectPage(reader, 'atlas')).following).toBe('follower');
    await projects.unfollowProject(reader, 'atlas');
    expect(await projects.myProjects(reader)).toEqual([]);
    expect((await projects.projectPage(aylin, 'atlas')).following).toBe('member');
  });

  test('profiles and chart cards know who leads what', async () => {
    const { projects } = world.services;
    const led = await projects.ledBy(reader, [aylin.personId, ingo.personId]);
    expect(led.get(aylin.personId)?.map((project) => project.slug)).toEqual(['atlas']);
    expect(led.get(ingo.personId)?.map((project) => project.slug)).toEqual(['lagerlogistik', 'neu']);
    const [own] = await projects.projectsOfPerson(reader, aylin.personId);
    expect(own).toMatchObject({ slug: 'atlas', roles: ['lead'], bars: [{ health: 'at_risk' }] });
  });

  test('says how far the target moved, the largest first', async () => {
    const [atlas] = (
      await world.services.projects.portfolio(reader, portfolioSchema.parse({ lead: 'aylin-kaya' }))
    ).projects;
    expect(atlas).toMatchObject({ slipDays: 0 });
    await world.services.projects.publishStatus(aylin, 'atlas', {
      health: 'at_risk',
      text: 'Two weeks.',
      targetOn: '2027-12-29',
      slipReason: 'The pilot found faults.',
    });
    const moved = await world.services.projects.portfolio(reader, portfolioSchema.parse({ sort: 'slip' }));
    expect(moved.projects[0]).toMatchObject({ name: 'Atlas', slipDays: 14 });
  });

  test('keeps views for their owner alone, with filters it understands', async () => {
    const { projects } = world.services;
    const query = 'health=at_risk&sort=nonsense&after=x&view=table';
    await projects.saveView(aylin, { name: 'Mine', query });
    await projects.saveView(aylin, { name: 'Mine', query: 'stale=30' });
    const [view] = await projects.portfolioViews(aylin);
    expect(view).toMatchObject({ name: 'Mine', query: 'lifecycle=current&stale=30&sort=health' });
    expect(await projects.portfolioViews(ingo)).toEqual([]);
    await expect(projects.removeView(ingo, view?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
    await projects.removeView(aylin, view?.id ?? '');
    expect(await projects.portfolioViews(aylin)).toEqual([]);
    await expect(projects.saveView(aylin, { name: ' ', query })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('tells nobody but them what somebody owes', async () => {
    world.clock.advance(60 * DAY_MS);
    const { projects } = world.services;
    const owed = await projects.owed(ingo);
    expect(owed.statuses.map(({ name, awaited }) => [name, awaited.overdue])).toEqual(
      expect.arrayContaining([
        ['Lagerlogistik', true],
        ['Neu', true],
        ['Vertraulich', true],
      ]),
    );
    expect((await projects.owed(reader)).statuses).toEqual([]);
    const overdue = portfolioSchema.parse({ awaited: 'overdue', sort: 'name' });
    expect(await names(reader, { awaited: 'overdue', sort: 'name' })).toEqual([
      'Atlas',
      'Lagerlogistik',
      'Neu',
    ]);
    expect((await projects.portfolio(reader, overdue)).projects[0]?.awaited).toMatchObject({ overdue: true });
  });
});
