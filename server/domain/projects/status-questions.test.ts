import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

describe('a question on a status', () => {
  let world: World;
  let lead: Actor;
  let deputy: Actor;
  let colleague: Actor;
  let other: Actor;
  let reader: Actor;
  let external: Actor;
  let statusId: string;

  beforeAll(async () => {
    world = await testWorld({ now: new Date('2026-02-04T09:00:00+01:00') });
    const admin = await world.build.actor({ role: 'administrator' });
    lead = await world.build.actor();
    deputy = await world.build.actor();
    colleague = await world.build.actor();
    other = await world.build.actor();
    reader = await world.build.actor({ role: 'reader' });
    external = await world.build.actor({ role: 'external' });
    const people = { leadId: lead.personId, deputyId: deputy.personId };
    const { slug } = await world.services.projects.createProject(admin, { name: 'Asked', ...people });
    const status = { health: 'on_track', text: 'All as planned.' } as const;
    statusId = (await world.services.projects.publishStatus(lead, slug, status)).entryId;
    await world.settle();
  });
  afterAll(() => world.drop());

  const ask = (actor: Actor, text = 'Does this move the closing?') =>
    world.services.projects.askOnStatus(actor, statusId, { text });
  const open = (actor: Actor) => world.services.projects.openQuestionsOn(actor, statusId);

  test('is due within a working day, reaches the lead, and ends with the answer', async () => {
    const { id } = await ask(colleague);
    await world.settle();
    expect(await open(other)).toMatchObject([
      { id, answerer: { id: lead.personId }, dueAt: '2026-02-04T16:00:00.000Z', mayAnswer: false },
    ]);
    const [notice] = (await world.services.notifications.list(lead, null)).items.filter(
      (item) => item.kind === 'question',
    );
    expect(notice).toMatchObject({ unread: true, subject: { entryKind: 'status', project: 'Asked' } });
    const owed = await world.services.projects.owed(lead);
    expect(owed.questions).toMatchObject([{ id, project: 'Asked', late: false }]);

    world.clock.set(new Date('2026-02-05T09:00:00+01:00'));
    expect((await open(other))[0]?.dueAt).toBeNull();
    expect((await open(lead))[0]).toMatchObject({ dueAt: '2026-02-04T16:00:00.000Z', mayAnswer: true });

    const { answerOnStatus } = world.services.projects;
    await expect(answerOnStatus(other, id, { text: 'No.' })).rejects.toMatchObject({ code: 'forbidden' });
    await answerOnStatus(lead, id, { text: 'No, it does not.' });
    expect(await open(colleague)).toEqual([]);
    await expect(answerOnStatus(lead, id, { text: 'Again.' })).rejects.toMatchObject({ code: 'forbidden' });
    const thread = await world.services.conversation.thread(colleague, statusId);
    expect(thread.comments).toHaveLength(2);
  });

  test('goes to the deputy while the lead is away', async () => {
    const period = { from: new Date('2026-02-02'), until: new Date('2026-03-02') };
    const id = world.parts.ids.next();
    await world.db.absence.create({ data: { id, personId: lead.personId, ...period } });
    const asked = await ask(colleague);
    expect(await open(deputy)).toMatchObject([
      { id: asked.id, answerer: { id: deputy.personId }, mayAnswer: true },
    ]);
    await world.services.projects.answerOnStatus(deputy, asked.id, { text: 'No.' });
    await world.db.absence.deleteMany();
  });

  test('is written once, however often it is sent, and not by everybody', async () => {
    const once = { text: 'Twice?', idempotencyKey: 'question-key' };
    const { askOnStatus } = world.services.projects;
    expect(await askOnStatus(colleague, statusId, once)).toEqual(
      await askOnStatus(colleague, statusId, once),
    );
    await expect(ask(reader)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(ask(external)).rejects.toMatchObject({ code: 'not_found' });
    await expect(ask(colleague, '  ')).rejects.toMatchObject({ code: 'invalid' });
    expect(await open(external)).toEqual([]);
  });
});
