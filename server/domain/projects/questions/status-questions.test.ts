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
  const all = (actor: Actor) => world.services.projects.questionsOn(actor, statusId);
  const open = async (actor: Actor) => (await all(actor)).filter((one) => one.state === 'open');
  const notices = async (actor: Actor) => {
    await world.settle();
    return (await world.services.notifications.list(actor, null)).items;
  };
  const afresh = async () => {
    await world.settle();
    await world.db.$transaction([
      world.db.question.deleteMany(),
      world.db.follow.deleteMany(),
      world.db.notification.deleteMany(),
    ]);
  };
  const follow = async (at: string) => {
    world.clock.set(new Date(at));
    await world.jobs.run('projects.follow-up-questions');
    await world.settle();
  };

  test('files go with the question and its answer, read by whoever reads the status', async () => {
    const { files, projects } = world.services;
    const attachments = async (by: Actor) => {
      const { id } = await files.store(by, { name: 'plan.txt', bytes: Buffer.from('plan') });
      return { id, field: JSON.stringify([{ id }]) };
    };
    const [asked, answered] = [await attachments(colleague), await attachments(lead)];
    const { askOnStatus, answerOnStatus } = projects;
    const theirs = askOnStatus(colleague, statusId, { text: 'This one?', attachments: answered.field });
    await expect(theirs).rejects.toMatchObject({ details: { fields: { attachments: ['files.gone'] } } });
    const { id } = await askOnStatus(colleague, statusId, { text: 'This one?', attachments: asked.field });
    await answerOnStatus(lead, id, { text: 'No, this.', attachments: answered.field });
    const { comments } = await world.services.conversation.thread(other, statusId);
    expect(comments.map((comment) => comment.files?.map((file) => file.id))).toEqual([
      [asked.id],
      [answered.id],
    ]);
    for (const file of [asked, answered]) {
      expect((await files.read(other, file.id, null)).name).toBe('plan.txt');
      await expect(files.read(external, file.id, null)).rejects.toMatchObject({ code: 'not_found' });
    }
    await world.db.entry.deleteMany({ where: { threadId: statusId } });
    await afresh();
  });

  test('is due within a working day, reaches the lead, and ends with the answer', async () => {
    const { id } = await ask(colleague);
    await world.settle();
    expect(await open(other)).toMatchObject([
      { id, answerer: { id: lead.personId }, dueAt: '2026-02-04T16:00:00.000Z', mayAnswer: false },
    ]);
    // On their feed, with what else needs them.
    expect((await world.services.feed.rail(lead)).questions).toMatchObject([
      { id, to: expect.stringContaining(`/projects/asked/status/${statusId}`), late: false },
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
    expect(await all(other)).toMatchObject([{ state: 'answered', answerId: thread.comments[1]?.id }]);
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

  test('one thing causes one notice: the lead hears of a question, the asker of its answer', async () => {
    await afresh();
    const { id } = await ask(colleague, 'Who signs?');
    expect((await notices(lead)).map((one) => one.sentence)).toEqual(['notifications.questionStatus']);
    await world.services.projects.answerOnStatus(lead, id, { text: 'I do.' });
    expect((await notices(colleague)).map((one) => one.sentence)).toEqual(['notifications.answerStatus']);
    // The question is no longer unread for whoever has answered it.
    expect((await notices(lead)).filter((one) => one.unread)).toEqual([]);
  });

  test('is declined with a reason that stands below it, and may still be answered', async () => {
    await afresh();
    const { declineOnStatus, answerOnStatus } = world.services.projects;
    const { id } = await ask(colleague, 'What does it cost?');
    await expect(declineOnStatus(other, id, { text: 'No.' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(declineOnStatus(lead, id, { text: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    const reason = await declineOnStatus(lead, id, { text: 'The supplier asked us not to say.' });
    const mine = (await all(colleague)).find((one) => one.id === id);
    expect(mine).toMatchObject({ state: 'declined', answerId: reason.id, mayAnswer: false });
    expect((await notices(colleague)).map((one) => [one.sentence, one.excerpt])).toEqual([
      ['notifications.declinedStatus', 'The supplier asked us not to say.'],
    ]);
    await expect(declineOnStatus(lead, id, { text: 'Again.' })).rejects.toMatchObject({ code: 'forbidden' });
    await answerOnStatus(lead, id, { text: 'Now I may: 40,000.' });
    expect((await all(colleague)).find((one) => one.id === id)).toMatchObject({ state: 'answered' });
  });

  test('waits again when its answer is taken back', async () => {
    const { id } = await ask(colleague, 'Is it Friday?');
    const answer = await world.services.projects.answerOnStatus(lead, id, { text: 'Yes.' });
    await world.services.conversation.deleteEntry(lead, answer.id);
    await world.settle();
    expect((await open(other)).map((one) => one.id)).toEqual(expect.arrayContaining([id]));
    await world.services.projects.answerOnStatus(lead, id, { text: 'No, Thursday.' });
  });

  test('reminds at half time, goes to the deputy when the time is over, and expires', async () => {
    world.clock.set(new Date('2026-02-09T09:00:00+01:00'));
    await afresh();
    const { id } = await ask(colleague, 'Which hall?');
    await notices(lead);
    await follow('2026-02-09T12:00:00+01:00');
    expect(await notices(lead)).toHaveLength(1);
    await follow('2026-02-09T13:10:00+01:00');
    await follow('2026-02-09T13:20:00+01:00');
    expect((await notices(lead)).map((one) => one.sentence)).toEqual([
      'notifications.questionStatusReminder',
      'notifications.questionStatus',
    ]);
    expect(await notices(deputy)).toEqual([]);

    await follow('2026-02-10T08:30:00+01:00');
    await follow('2026-02-10T08:40:00+01:00');
    expect((await notices(deputy)).map((one) => one.sentence)).toEqual([
      'notifications.questionStatusEscalated',
    ]);
    expect((await world.services.projects.owed(deputy)).questions).toMatchObject([{ id, late: false }]);
    expect((await world.services.projects.owed(lead)).questions).toEqual([]);
    expect((await all(lead))[0]).toMatchObject({ mayAnswer: true, answerer: { id: deputy.personId } });

    await follow('2026-02-11T10:00:00+01:00');
    expect((await notices(colleague)).map((one) => [one.sentence, one.actors])).toEqual([
      ['notifications.expiredStatus', []],
    ]);
    expect((await all(colleague))[0]).toMatchObject({ state: 'expired' });
    // That it is late is nobody else's business.
    expect((await all(other))[0]).toMatchObject({ state: 'open', dueAt: null });
    await world.services.projects.answerOnStatus(deputy, id, { text: 'Hall 4.' });
    expect((await all(other))[0]).toMatchObject({ state: 'answered' });
  });

  test('without a deputy, the same person is asked once more before it expires', async () => {
    await afresh();
    await world.services.projects.setResponsibility(lead, 'asked', 'deputy', null);
    await ask(colleague, 'Anybody?');
    await notices(lead);
    await follow('2026-02-13T10:00:00+01:00');
    expect((await notices(lead)).map((one) => one.sentence)).toEqual([
      'notifications.questionStatusReminder',
      'notifications.questionStatus',
    ]);
    expect((await all(lead))[0]).toMatchObject({ state: 'open', answerer: { id: lead.personId } });
    await follow('2026-02-16T18:00:00+01:00');
    expect((await all(lead))[0]).toMatchObject({ state: 'expired' });
  });
});
