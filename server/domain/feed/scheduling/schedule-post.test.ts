import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { publishOnMonday, textsInFeed } from '#tests/factories/scheduled-post.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { releaseScheduled } from './release-scheduled.ts';

// A Friday morning; on the Sunday that follows, clocks in Germany go back.
const FRIDAY = new Date('2026-10-23T08:00:00Z');

let world: World;
let site: { id: string; audienceId: string };
let author: Actor;
let reader: Actor;

beforeEach(async () => {
  world = await testWorld({ now: FRIDAY });
  site = await world.build.site({ name: 'Hamburg' });
  author = await world.build.actor({ siteId: site.id, grants: [{ kind: 'must_read' }] });
  reader = await world.build.actor({ siteId: site.id });
});
afterEach(() => world.drop());

const post = (input: Partial<Parameters<typeof publishOnMonday>[2]> = {}) =>
  publishOnMonday(world, author, { audienceId: site.audienceId, ...input });
const feedOf = (actor: Actor) => textsInFeed(world, actor);
const minute = () => world.jobs.run('feed.release');
const waiting = (actor = author) => world.services.feed.scheduled(actor);
const refusal = (work: Promise<unknown>) => expect(work).rejects;

describe('a scheduled post', () => {
  test('is seen by its author alone, on the page of what waits', async () => {
    const { id } = await post();
    await world.settle();
    for (const actor of [author, reader]) {
      expect(await feedOf(actor)).toEqual([]);
      expect((await world.services.conversation.entryViews(actor, [id])).size).toBe(0);
    }
    // Eight o'clock in Hamburg after the clocks went back.
    expect(await waiting()).toMatchObject([{ id, held: false, at: '2026-10-26T07:00:00.000Z' }]);
    expect(await waiting(reader)).toEqual([]);
    expect(world.emitted).toEqual([]);
  });

  test('comes out at its hour, once however many look, and counts from then', async () => {
    await post();
    world.clock.set(new Date('2026-10-26T06:59:59Z'));
    await minute();
    expect(await feedOf(reader)).toEqual([]);
    // The server was down at that minute.
    world.clock.set(new Date('2026-10-26T09:30:00Z'));
    await Promise.all([minute(), minute(), minute()]);
    await world.settle();
    expect(await feedOf(reader)).toEqual(['The canteen opens on Monday.']);
    const [item] = (await world.services.feed.page(reader)).items;
    expect(item).toMatchObject({ at: '2026-10-26T07:00:00.000Z', unread: true });
    expect(await waiting()).toEqual([]);
  });

  test('is unread also for who had read on past its hour', async () => {
    await post();
    world.clock.set(new Date('2026-10-26T08:00:00Z'));
    await world.services.feed.markRead(reader, world.clock.now());
    await minute();
    expect(await world.services.feed.unreadCount(reader)).toBe(1);
  });

  test('that must be read asks those who belong there when it comes out', async () => {
    const { id } = await post({ mustRead: true });
    expect((await world.services.feed.front(reader)).top).toEqual([]);
    const late = await world.build.actor({ siteId: site.id });
    world.clock.set(new Date('2026-10-26T07:00:00Z'));
    await minute();
    for (const actor of [reader, late])
      expect((await world.services.feed.front(actor)).top.map((item) => item.entry?.id)).toEqual([id]);
  });

  test('is held back where its author may not write there any more, and waits again when they may', async () => {
    const { id } = await post();
    const membership = { audienceId: site.audienceId, personId: author.personId };
    const [was] = await world.db.audienceMembership.findMany({ where: membership });
    await world.db.audienceMembership.deleteMany({ where: membership });
    world.clock.set(new Date('2026-10-26T07:00:00Z'));
    await minute();
    expect(await feedOf(reader)).toEqual([]);
    expect(await waiting()).toMatchObject([{ id, held: true, obstacle: 'audience' }]);
    await refusal(world.services.feed.publishScheduled(author, id)).toMatchObject({
      details: { fields: { audienceId: ['error.audienceNotYours'] } },
    });
    await world.db.audienceMembership.create({ data: was as NonNullable<typeof was> });
    expect(await waiting()).toMatchObject([{ id, held: true, obstacle: null }]);
    await world.services.feed.publishScheduled(author, id);
    expect(await feedOf(reader)).toEqual(['The canteen opens on Monday.']);
  });

  test('of somebody whose account has ended does not come out', async () => {
    await post();
    await world.db.account.update({ where: { personId: author.personId }, data: { state: 'suspended' } });
    world.clock.set(new Date('2026-10-26T07:00:00Z'));
    await minute();
    expect(await feedOf(reader)).toEqual([]);
  });

  test('that cannot be published does not keep others from coming out', async () => {
    const { id } = await post();
    await post({ text: 'The other one' });
    world.clock.set(new Date('2026-10-26T07:00:00Z'));
    const { transaction } = world.parts.events;
    let first = true;
    const events: typeof world.parts.events = {
      ...world.parts.events,
      transaction: (work) => {
        if (!first) return transaction(work);
        first = false;
        throw new Error('broken');
      },
    };
    expect(await releaseScheduled({ ...world.parts, events, settings: world.services.settings })).toBe(1);
    await minute();
    expect(await feedOf(reader)).toHaveLength(2);
    expect((await waiting()).some((one) => one.id === id)).toBe(false);
  });
});

describe('until it comes out', () => {
  test('its author changes words and hour, and no history tells of it', async () => {
    const { id } = await post({ otherText: 'Die Kantine öffnet am Montag.' });
    await world.services.feed.changeScheduled(author, {
      entryId: id,
      text: 'It opens on Tuesday.',
      otherText: 'Sie öffnet am Dienstag.',
      publishOn: '2026-10-27',
      publishAt: '09:15',
    });
    expect(await waiting()).toMatchObject([
      { at: '2026-10-27T08:15:00.000Z', text: 'It opens on Tuesday.', otherText: 'Sie öffnet am Dienstag.' },
    ]);
    world.clock.set(new Date('2026-10-27T08:15:00Z'));
    await minute();
    const view = (await world.services.conversation.entryViews(reader, [id])).get(id);
    expect(view).toMatchObject({ editedAt: null, html: expect.stringContaining('Tuesday') });
  });

  test('it is published at once, or taken back and brought back', async () => {
    const { id } = await post();
    await world.services.feed.cancelScheduled(author, id);
    expect(await waiting()).toEqual([]);
    world.clock.set(new Date('2026-10-23T08:05:00Z'));
    await world.services.conversation.undoDelete(author, id);
    expect(await feedOf(reader)).toEqual([]);
    expect(await waiting()).toMatchObject([{ id }]);
    await world.services.feed.publishScheduled(author, id);
    await world.settle();
    expect(await feedOf(reader)).toEqual(['The canteen opens on Monday.']);
    expect((await world.services.feed.page(reader)).items[0]?.at).toBe('2026-10-23T08:05:00.000Z');
    await refusal(world.services.feed.cancelScheduled(author, id)).toMatchObject({ code: 'not_found' });
  });

  test('nobody else touches it', async () => {
    const { id } = await post();
    const { feed, conversation } = world.services;
    const change = { entryId: id, text: 'Mine', publishOn: '2026-10-27', publishAt: '09:15' };
    for (const attempt of [
      () => feed.changeScheduled(reader, change),
      () => feed.publishScheduled(reader, id),
      () => feed.cancelScheduled(reader, id),
      () => conversation.deleteEntry(reader, id),
    ])
      await refusal(attempt()).toMatchObject({ code: 'not_found' });
    expect(await waiting()).toMatchObject([{ id, text: 'The canteen opens on Monday.' }]);
  });

  test.each([
    [{ publishOn: '2026-10-26', publishAt: '' }, { publishAt: ['feed.timeMissing'] }],
    [{ publishOn: '', publishAt: '08:00' }, { publishOn: ['feed.dayMissing'] }],
    [{ publishOn: '2026-10-23', publishAt: '09:59' }, { publishOn: ['feed.momentPast'] }],
    [{ publishOn: '2027-11-01', publishAt: '08:00' }, { publishOn: ['feed.momentFar'] }],
    [
      { pollOption1: 'Yes', pollOption2: 'No', pollClosesOn: '2026-10-24' },
      { pollClosesOn: ['feed.pollDayBefore'] },
    ],
  ])('a moment that cannot be is refused at its field: %o', async (input, fields) => {
    await refusal(post(input)).toMatchObject({ code: 'invalid', details: { fields } });
    expect(await world.db.entry.count()).toBe(0);
  });
});
