import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

describe('a project is changed', () => {
  let world: World;
  let admin: Actor;
  let lead: Actor;
  let deputy: Actor;
  let colleague: Actor;
  let external: Actor;
  let slug: string;

  beforeAll(async () => {
    world = await testWorld({ now: new Date('2026-02-04T09:00:00+01:00') });
    admin = await world.build.actor({ role: 'administrator' });
    lead = await world.build.actor();
    deputy = await world.build.actor();
    colleague = await world.build.actor();
    external = await world.build.actor({ role: 'external' });
    const people = { leadId: lead.personId, deputyId: deputy.personId };
    ({ slug } = await world.services.projects.createProject(admin, { name: 'Crane', ...people }));
    await world.services.projects.publishStatus(lead, slug, { health: 'on_track', text: 'Kranbahn steht.' });
    await world.settle();
  });
  afterAll(() => world.drop());

  const projects = () => world.services.projects;
  const basics = { name: 'Crane track', descriptionEn: '', descriptionDe: '', unitId: '' };
  const notices = async (actor: Actor) => {
    await world.settle();
    return (await world.services.notifications.list(actor, null)).items;
  };

  test('its name, and the old address leads to it', async () => {
    const unit = await world.build.unit({ name: 'Halls' });
    const change = { ...basics, name: 'Crane track', descriptionEn: 'The track.', unitId: unit.id };
    await projects().changeProject(lead, slug, { ...change, visibility: 'open' });
    expect(await projects().projectPage(colleague, 'crane')).toMatchObject({
      name: 'Crane track',
      descriptionEn: 'The track.',
      unit: { name: 'Halls' },
    });
    const { chartId } = await world.db.project.findUniqueOrThrow({ where: { slug } });
    expect(await world.db.chart.findUnique({ where: { id: chartId } })).toMatchObject({
      name: 'Crane track',
    });
    const longer = { ...change, name: 'X'.repeat(81), visibility: 'open' as const };
    await expect(projects().changeProject(lead, slug, longer)).rejects.toMatchObject({ code: 'invalid' });
    const nowhere = { ...change, unitId: world.parts.ids.next(), visibility: 'open' as const };
    await expect(projects().changeProject(lead, slug, nowhere)).rejects.toMatchObject({ code: 'invalid' });
    await expect(
      projects().changeProject(colleague, slug, { ...change, visibility: 'members' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('its readers: closed, it is gone for all but members, from feed, search and followers', async () => {
    await projects().followProject(colleague, slug);
    const search = async (actor: Actor) => {
      await world.settle();
      const question = { q: 'Kranbahn', kind: 'status', cursor: null } as const;
      return (await world.services.search.search(actor, question)).results.length === 1;
    };
    const edit = await projects().projectEdit(lead, slug);
    expect(edit).toMatchObject({ statuses: 1, followersOutside: 1 });
    expect(await search(colleague)).toBe(true);

    await projects().changeProject(lead, slug, { ...basics, visibility: 'members' });
    expect(await search(colleague)).toBe(false);
    expect(await search(deputy)).toBe(true);
    await expect(projects().projectPage(colleague, slug)).rejects.toMatchObject({ code: 'not_found' });
    await expect(projects().projectPage(external, slug)).rejects.toMatchObject({ code: 'not_found' });
    expect((await world.services.feed.page(colleague)).items).toEqual([]);
    expect(await world.db.subscription.count({ where: { personId: colleague.personId } })).toBe(0);
    expect((await projects().projectEdit(lead, slug)).followersOutside).toBe(0);
    await expect(
      projects().changeProject(colleague, slug, { ...basics, visibility: 'open' }),
    ).rejects.toMatchObject({ code: 'not_found' });

    const opening = { ...basics, visibility: 'open' } as const;
    await expect(projects().changeProject(lead, slug, opening)).rejects.toMatchObject({
      details: { fields: { sure: ['projects.sureToOpen'] } },
    });
    await projects().changeProject(lead, slug, { ...opening, sure: 'on' });
    expect(await search(colleague)).toBe(true);
    await expect(projects().projectPage(external, slug)).rejects.toMatchObject({ code: 'not_found' });
    const acts = await world.db.auditEntry.findMany({ where: { subjectKind: 'project' } });
    expect(acts.map((act) => act.action)).toEqual(['project.closed', 'project.opened']);
  });

  test('its members: added with a seat, told once, removed again', async () => {
    const member = { personId: colleague.personId, title: 'Rigger' };
    await expect(projects().addMember(colleague, slug, member)).rejects.toMatchObject({ code: 'forbidden' });
    await projects().addMember(deputy, slug, member);
    await expect(projects().addMember(deputy, slug, member)).rejects.toMatchObject({
      details: { fields: { person: ['projects.alreadyMember'] } },
    });
    expect((await projects().projectPage(colleague, slug)).members).toMatchObject([
      { person: { id: colleague.personId }, title: 'Rigger' },
    ]);
    expect((await projects().projectPage(colleague, slug)).following).toBe('member');
    expect(await notices(colleague)).toMatchObject([
      { kind: 'project', sentence: 'notifications.projectMember', project: 'Crane track' },
    ]);
    await projects().removeMember(lead, slug, colleague.personId);
    expect((await projects().projectPage(colleague, slug)).members).toEqual([]);
    expect((await projects().projectPage(colleague, slug)).following).toBe('no');
    await expect(projects().removeMember(lead, slug, colleague.personId)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('its lead: handed over, the new one is told, the old one stands in the history', async () => {
    const to = { personId: colleague.personId };
    await expect(projects().setResponsibility(colleague, slug, 'lead', to)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(projects().setResponsibility(lead, slug, 'lead', null)).rejects.toMatchObject({
      code: 'invalid',
    });
    world.clock.set(new Date('2026-02-11T09:00:00+01:00'));
    await projects().setResponsibility(lead, slug, 'lead', to);
    expect(await projects().projectPage(colleague, slug)).toMatchObject({
      lead: { id: colleague.personId },
      abilities: { publishStatus: true, manage: true },
    });
    expect((await projects().projectPage(lead, slug)).abilities).toMatchObject({ manage: false });
    expect((await notices(colleague))[0]).toMatchObject({
      kind: 'project',
      sentence: 'notifications.projectLead',
      actors: [{ id: lead.personId }],
    });
    const { history } = await projects().projectEdit(colleague, slug);
    expect(history.filter((held) => held.role === 'lead')).toMatchObject([
      { person: { id: colleague.personId }, from: '2026-02-11', until: null },
      { person: { id: lead.personId }, until: '2026-02-11' },
    ]);
    await expect(projects().projectEdit(lead, slug)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('its milestones: moved with a reason, called something else, taken out', async () => {
    const { id } = await projects().addMilestone(colleague, slug, {
      nameEn: 'Track tested',
      nameDe: 'Bahn geprüft',
      targetOn: '2026-03-02',
    });
    const move = { targetOn: '2026-03-16', reason: '' };
    await expect(projects().moveMilestone(colleague, slug, id, move)).rejects.toMatchObject({
      details: { fields: { reason: ['projects.slipReasonRequired'] } },
    });
    await projects().moveMilestone(colleague, slug, id, { ...move, reason: 'The inspector is ill.' });
    await projects().renameMilestone(colleague, slug, id, { nameEn: 'Tested', nameDe: 'Geprüft' });
    expect((await projects().projectPage(admin, slug)).milestones).toMatchObject([
      {
        nameEn: 'Tested',
        originalOn: '2026-03-02',
        targetOn: '2026-03-16',
        movedBecause: 'The inspector is ill.',
      },
    ]);
    const refused = { code: 'forbidden' };
    await expect(
      projects().moveMilestone(lead, slug, id, { targetOn: '2026-04-01', reason: 'No' }),
    ).rejects.toMatchObject(refused);
    await expect(projects().removeMilestone(lead, slug, id)).rejects.toMatchObject(refused);
    const other = await projects().createProject(admin, { name: 'Other', leadId: lead.personId });
    await expect(projects().removeMilestone(lead, other.slug, id)).rejects.toMatchObject({
      code: 'not_found',
    });
    await projects().removeMilestone(colleague, slug, id);
    expect((await projects().projectPage(admin, slug)).milestones).toEqual([]);
  });

  test('put away and brought back, nothing is lost', async () => {
    await projects().changeLifecycle(colleague, slug, { lifecycle: 'archived' });
    expect(await projects().projectPage(admin, slug)).toMatchObject({ lifecycle: 'archived', awaited: null });
    const status = { health: 'on_track', text: 'Too late.' } as const;
    await expect(projects().publishStatus(colleague, slug, status)).rejects.toMatchObject({
      code: 'conflict',
    });
    await projects().changeLifecycle(colleague, slug, { lifecycle: 'active' });
    const page = await projects().projectPage(admin, slug);
    expect(page).toMatchObject({ lifecycle: 'active', health: 'on_track' });
    expect(page.awaited).not.toBeNull();
  });

  test('made for members by somebody who is none of them: not theirs to read, and those entrusted with it are told', async () => {
    const made = await projects().createProject(admin, {
      name: 'Hush',
      visibility: 'members',
      leadId: lead.personId,
      deputyId: deputy.personId,
    });
    expect(made.readable).toBe(false);
    await world.settle();
    const told = async (who: Actor) => (await notices(who))[0];
    expect(await told(lead)).toMatchObject({ kind: 'project', sentence: 'notifications.projectLead' });
    expect(await told(deputy)).toMatchObject({ kind: 'project', sentence: 'notifications.projectDeputy' });
  });

  test('made below another one that its maker may know of', async () => {
    const secret = await projects().createProject(admin, {
      name: 'Secret',
      visibility: 'members',
      leadId: lead.personId,
    });
    const creator = await world.build.actor({ grants: [{ kind: 'manage_project' }] });
    const part = { name: 'Part', leadId: lead.personId };
    await expect(projects().createProject(creator, { ...part, parentId: secret.id })).rejects.toMatchObject({
      code: 'invalid',
    });
    const { id } = await world.db.project.findUniqueOrThrow({ where: { slug } });
    const made = await projects().createProject(creator, { ...part, parentId: id });
    expect(made).toMatchObject({ readable: true });
    expect((await projects().projectPage(creator, made.slug)).parent).toMatchObject({ slug });
  });
});
