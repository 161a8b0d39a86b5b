import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

const DAY_MS = 86_400_000;
const NEXT_STEP = { health: 'on_track', text: 'All interfaces are accepted.' } as const;

describe('status updates', () => {
  let world: World;
  let admin: Actor;
  let lead: Actor;
  let deputy: Actor;
  let colleague: Actor;
  let external: Actor;

  beforeAll(async () => {
    // The story below takes some weeks; who may read is decided by the database's own today.
    world = await testWorld({ now: new Date(Date.now() - 90 * DAY_MS) });
    admin = await world.build.actor({ role: 'administrator' });
    lead = await world.build.actor();
    deputy = await world.build.actor();
    colleague = await world.build.actor();
    external = await world.build.actor({ role: 'external' });
  });
  afterAll(() => world.drop());

  async function project(name: string, more: { visibility?: 'open' | 'members' } = {}) {
    return world.services.projects.createProject(admin, {
      name,
      leadId: lead.personId,
      deputyId: deputy.personId,
      targetOn: '2027-12-15',
      ...more,
    });
  }

  test('copies health, time and target to the project', async () => {
    const { slug } = await project('Copies');
    await world.services.projects.publishStatus(lead, slug, { ...NEXT_STEP, targetOn: '2027-12-15' });
    const page = await world.services.projects.projectPage(colleague, slug);
    expect(page).toMatchObject({
      health: 'on_track',
      originalTargetOn: '2027-12-15',
      targetOn: '2027-12-15',
      lastStatusAt: world.clock.now().toISOString(),
    });
  });

  test('says the words beside it in the language of the reader, and else the original with its language', async () => {
    const { slug } = await project('Two languages');
    const { projects } = world.services;
    const { entryId } = await projects.publishStatus(lead, slug, {
      ...NEXT_STEP,
      language: 'en',
      targetOn: '2027-12-15',
      blockers: 'Bills of material',
      helpWanted: 'One person',
      otherText: 'Alle Schnittstellen sind abgenommen.',
      otherBlockers: 'Stücklisten',
    });
    const german = await projects.status({ ...colleague, language: 'de' }, slug, entryId);
    expect(german.blockers).toEqual({ text: 'Stücklisten', language: 'de' });
    expect(german.helpWanted).toEqual({ text: 'One person', language: 'en' });
    const english = await projects.status({ ...colleague, language: 'en' }, slug, entryId);
    expect(english.blockers).toEqual({ text: 'Bills of material', language: 'en' });
    const draft = await projects.statusDraft({ ...lead, language: 'de' }, slug);
    expect(draft).toMatchObject({
      text: 'Alle Schnittstellen sind abgenommen.',
      blockers: 'Stücklisten',
      helpWanted: '',
      other: { text: NEXT_STEP.text, blockers: 'Bills of material', helpWanted: 'One person' },
    });
  });

  test('help wanted reaches whom it names', async () => {
    const { slug } = await project('Help');
    const { handle, displayName } = await world.db.person.findUniqueOrThrow({
      where: { id: colleague.personId },
    });
    const { entryId } = await world.services.projects.publishStatus(lead, slug, {
      ...NEXT_STEP,
      targetOn: '2027-12-15',
      helpWanted: `Two days of @${handle}`,
    });
    await world.settle();
    const notices = await world.services.notifications.list(colleague, null);
    expect(notices.items[0]).toMatchObject({ kind: 'mention' });
    const status = await world.services.projects.status(colleague, slug, entryId);
    expect(status.helpWanted?.text).toBe(`Two days of @${displayName}`);
  });

  test('keeps every slip with its reason, and the day first promised', async () => {
    const { slug } = await project('Slips');
    const { projects } = world.services;
    for (const [targetOn, slipReason] of [
      ['2027-12-15', undefined],
      ['2027-12-29', '1,100 bills of material need cleaning by hand.'],
      ['2028-01-12', 'The pilot found two faults.'],
    ] as const) {
      world.clock.advance(7 * DAY_MS);
      await projects.publishStatus(lead, slug, {
        health: 'at_risk',
        text: 'It moves.',
        targetOn,
        slipReason,
      });
    }
    const timeline = await projects.healthTimeline(colleague, slug);
    expect(
      timeline.map(({ previousTargetOn, targetOn, slipReason }) => [
        previousTargetOn,
        targetOn,
        slipReason?.text ?? null,
      ]),
    ).toEqual([
      [null, '2027-12-15', null],
      ['2027-12-15', '2027-12-29', '1,100 bills of material need cleaning by hand.'],
      ['2027-12-29', '2028-01-12', 'The pilot found two faults.'],
    ]);
    const page = await projects.projectPage(colleague, slug);
    expect(page).toMatchObject({ originalTargetOn: '2027-12-15', targetOn: '2028-01-12' });
  });

  test('asks why when the target moves, and for a health', async () => {
    const { slug } = await project('Reason');
    const { projects } = world.services;
    await expect(
      projects.publishStatus(lead, slug, { ...NEXT_STEP, targetOn: '2027-12-29' }),
    ).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: { slipReason: ['projects.slipReasonRequired'] } },
    });
    await expect(
      projects.publishStatus(lead, slug, { text: 'Health forgotten.', health: '' as never }),
    ).rejects.toMatchObject({ code: 'invalid', details: { fields: { health: ['projects.chooseHealth'] } } });
    expect(await projects.healthTimeline(lead, slug)).toEqual([]);
  });

  test('the other language does not go on saying what the last update said', async () => {
    const { slug } = await project('Old news');
    const { projects } = world.services;
    const german = { otherText: 'Alles abgenommen.', otherBlockers: 'Stücklisten' };
    const first = { ...NEXT_STEP, targetOn: '2027-12-15', blockers: 'Bills of material', ...german };
    await projects.publishStatus(lead, slug, first);
    await expect(
      projects.publishStatus(lead, slug, {
        ...first,
        text: 'The pilot has begun.',
        blockers: 'Nobody to type',
      }),
    ).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: { otherText: ['projects.otherIsOld'], otherBlockers: ['projects.otherIsOld'] } },
    });
    const onlyMine = { ...first, text: 'The pilot has begun.', otherText: '' };
    const { entryId } = await projects.publishStatus(lead, slug, onlyMine);
    const read = await projects.status({ ...colleague, language: 'de' }, slug, entryId);
    expect(read.blockers).toEqual({ text: 'Stücklisten', language: 'de' });
    await projects.publishStatus(lead, slug, { ...onlyMine, health: 'at_risk' });
    expect(await projects.healthTimeline(lead, slug)).toHaveLength(3);
  });

  test('a nervous finger writes it once', async () => {
    const { slug } = await project('Twice');
    const { projects } = world.services;
    const input = {
      ...NEXT_STEP,
      targetOn: '2027-12-29',
      slipReason: 'Holidays',
      idempotencyKey: 'form-0001',
    };
    const [first, second] = await Promise.all([
      projects.publishStatus(lead, slug, input),
      projects.publishStatus(lead, slug, input),
    ]);
    expect(second.entryId).toBe(first.entryId);
    expect(await projects.healthTimeline(lead, slug)).toHaveLength(1);
  });

  test('only lead, deputy or whoever was given the right may write it', async () => {
    const { slug, id } = await project('Rights');
    const { projects } = world.services;
    const update = { ...NEXT_STEP, targetOn: '2027-12-15' };
    await projects.publishStatus(deputy, slug, update);
    const given = await world.build.actor({
      grants: [{ kind: 'manage_project', scope: 'project', scopeId: id }],
    });
    await projects.publishStatus(given, slug, update);
    await expect(projects.publishStatus(colleague, slug, update)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(projects.publishStatus(admin, slug, update)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(projects.publishStatus(external, slug, update)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a closed project takes no more updates', async () => {
    const { slug } = await project('Closed');
    const { projects } = world.services;
    await projects.changeLifecycle(lead, slug, { lifecycle: 'done' });
    await expect(projects.publishStatus(lead, slug, NEXT_STEP)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('a hidden status gives the project back to the one before it', async () => {
    const { slug } = await project('Deleted');
    const { projects, conversation } = world.services;
    await projects.publishStatus(lead, slug, { ...NEXT_STEP, targetOn: '2027-12-15' });
    world.clock.advance(DAY_MS);
    const { entryId } = await projects.publishStatus(lead, slug, {
      health: 'off_track',
      text: 'Written into the wrong project.',
      targetOn: '2028-02-01',
      slipReason: 'Wrong project',
    });
    const moderator = await world.build.actor({ grants: [{ kind: 'moderate' }] });
    await conversation.hideEntry(moderator, { entryId, reason: 'Belongs to another project.' });
    await world.settle();
    const page = await projects.projectPage(lead, slug);
    expect(page).toMatchObject({ health: 'on_track', targetOn: '2027-12-15' });
  });

  test('what is for members stays with members', async () => {
    const { slug } = await project('Secret', { visibility: 'members' });
    const { projects } = world.services;
    const { entryId } = await projects.publishStatus(lead, slug, { ...NEXT_STEP, targetOn: '2027-12-15' });
    await expect(projects.projectPage(colleague, slug)).rejects.toMatchObject({ code: 'not_found' });
    expect((await projects.statusViews(colleague, [entryId])).size).toBe(0);
    expect((await projects.statusViews(deputy, [entryId])).get(entryId)).toMatchObject({
      health: 'on_track',
      trail: ['on_track'],
      project: { slug },
    });
  });
});
