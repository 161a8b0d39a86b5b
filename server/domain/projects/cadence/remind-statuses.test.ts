import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

const at = (text: string) => new Date(`${text}:00+01:00`);
const STATUS = { health: 'on_track', text: 'All as planned.' } as const;

describe('reminders of a status, from Monday 2 February 2026', () => {
  let world: World;
  let admin: Actor;
  let lead: Actor;
  let deputy: Actor;
  let sponsor: Actor;
  let count = 0;

  beforeAll(async () => {
    world = await testWorld({ now: at('2026-02-02T09:00') });
    admin = await world.build.actor({ role: 'administrator' });
    lead = await world.build.actor();
    deputy = await world.build.actor();
    sponsor = await world.build.actor();
  });
  afterAll(() => world.drop());

  /** Due every Friday at noon: first on 13 February, a week and the rest of it after the start. */
  async function project() {
    world.clock.set(at('2026-02-02T09:00'));
    await world.db.project.updateMany({ data: { lifecycle: 'archived' } });
    await world.db.notification.deleteMany();
    return world.services.projects.createProject(admin, {
      name: `Project ${++count}`,
      leadId: lead.personId,
      deputyId: deputy.personId,
      sponsorId: sponsor.personId,
    });
  }

  /** The job on two processes at once, and again. */
  async function run(when: string) {
    world.clock.set(at(when));
    await Promise.all([world.jobs.run('projects.remind'), world.jobs.run('projects.remind')]);
    await world.jobs.run('projects.remind');
    await world.settle();
  }

  const notices = async (person: Actor) =>
    (await world.services.notifications.list(person, null)).items
      .filter((notice) => notice.unread && notice.kind === 'status')
      .map((notice) => notice.what);

  const everybody = () => Promise.all([lead, deputy, sponsor].map(notices));
  const page = (slug: string) => world.services.projects.projectPage(lead, slug);

  test('go to the lead, then the deputy, then the sponsor, each once; overdue shows after two working days', async () => {
    const { slug } = await project();
    await run('2026-02-13T11:59');
    expect(await everybody()).toEqual([[], [], []]);
    await run('2026-02-13T12:00');
    expect(await everybody()).toEqual([['due'], [], []]);
    expect((await page(slug)).awaited).toMatchObject({ due: true, overdue: false });
    await run('2026-02-17T11:59');
    expect((await page(slug)).awaited).toMatchObject({ due: true, overdue: false });
    await run('2026-02-17T12:00');
    expect((await page(slug)).awaited).toMatchObject({ due: true, overdue: true });
    expect(await everybody()).toEqual([['due'], [], []]);
    await run('2026-02-18T12:00');
    expect(await everybody()).toEqual([['due'], ['deputy'], []]);
    await run('2026-02-20T12:00');
    expect(await everybody()).toEqual([['due'], ['deputy'], ['sponsor']]);
    expect(
      await world.db.notification.aggregate({ where: { kind: 'status' }, _sum: { count: true } }),
    ).toMatchObject({
      _sum: { count: 3 },
    });
  });

  test('end with the status, also one that comes in between', async () => {
    const { slug } = await project();
    await run('2026-02-18T12:00');
    await world.services.projects.publishStatus(deputy, slug, STATUS);
    await world.settle();
    expect(await everybody()).toEqual([[], [], []]);
    expect((await page(slug)).awaited).toMatchObject({ due: false, overdue: false });
    await run('2026-02-25T12:00');
    // Written on Wednesday, it covers the Friday after it.
    expect(await everybody()).toEqual([[], [], []]);
    await run('2026-02-27T12:00');
    expect(await everybody()).toEqual([['due'], [], []]);
  });

  test('a status hidden is awaited again, and nobody is told twice', async () => {
    const { slug } = await project();
    await run('2026-02-13T12:00');
    const { entryId } = await world.services.projects.publishStatus(lead, slug, STATUS);
    await world.settle();
    await world.services.conversation.hideEntry(admin, { entryId, reason: 'Another project' });
    await world.settle();
    expect((await page(slug)).awaited).toMatchObject({ due: true });
    await run('2026-02-13T12:10');
    expect(await everybody()).toEqual([[], [], []]);
    await run('2026-02-18T12:00');
    expect(await everybody()).toEqual([[], ['deputy'], []]);
  });

  test('a pause ends them, and whoever resumes has a full interval', async () => {
    const { slug } = await project();
    await run('2026-02-13T12:00');
    await world.services.projects.changeLifecycle(lead, slug, { lifecycle: 'paused' });
    await world.settle();
    expect(await everybody()).toEqual([[], [], []]);
    await run('2026-03-20T12:00');
    expect(await everybody()).toEqual([[], [], []]);
    expect((await page(slug)).awaited).toBeNull();
    await world.services.projects.changeLifecycle(lead, slug, { lifecycle: 'active' });
    await run('2026-03-27T11:59');
    expect(await everybody()).toEqual([[], [], []]);
    await run('2026-03-27T12:00');
    expect(await everybody()).toEqual([['due'], [], []]);
  });

  test('go to the deputy while the lead is away', async () => {
    const { slug } = await project();
    await world.db.absence.create({
      data: {
        id: world.parts.ids.next(),
        personId: lead.personId,
        from: new Date('2026-02-09'),
        until: new Date('2026-02-23'),
      },
    });
    await run('2026-02-13T12:00');
    expect(await everybody()).toEqual([[], ['due'], []]);
    await world.db.absence.deleteMany();
    await world.services.projects.setCadence(lead, slug, {
      cadence: 'none',
      cadenceWeekday: 5,
      cadenceHour: 12,
    });
    await world.settle();
    expect(await everybody()).toEqual([[], [], []]);
  });

  test('only whoever manages the project changes its rhythm', async () => {
    const { slug } = await project();
    const rhythm = { cadence: 'monthly', cadenceWeekday: 1, cadenceHour: 9 } as const;
    await expect(world.services.projects.setCadence(sponsor, slug, rhythm)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(
      world.services.projects.setCadence(lead, slug, { ...rhythm, cadenceHour: 24 }),
    ).rejects.toMatchObject({ code: 'invalid' });
    await world.services.projects.setCadence(deputy, slug, rhythm);
    expect((await page(slug)).cadence).toEqual({ every: 'monthly', weekday: 1, hour: 9 });
  });
});
