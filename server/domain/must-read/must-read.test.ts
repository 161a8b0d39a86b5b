import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

// A Monday morning in Hamburg.
const MONDAY = new Date('2026-11-23T08:00:00Z');

let world: World;
let site: { id: string; audienceId: string };
let author: Actor;
let reader: Actor;
let other: Actor;

beforeEach(async () => {
  world = await testWorld({ now: MONDAY });
  site = await world.build.site({ name: 'Hamburg' });
  author = await world.build.actor({ siteId: site.id, grants: [{ kind: 'must_read' }] });
  reader = await world.build.actor({ siteId: site.id });
  other = await world.build.actor({ siteId: site.id });
});
afterEach(() => world.drop());

const post = async (readBy?: string, by = author) =>
  (
    await world.services.feed.publishPost(by, {
      text: 'The press has a new switch.',
      audienceId: site.audienceId,
      mustRead: true,
      readBy,
    })
  ).id;
const allowNames = () =>
  world.db.featureSwitch.create({
    data: { siteId: site.id, feature: 'must_read_names', enabled: true, agreement: 'BV 7', agreedOn: MONDAY },
  });
const topOf = async (actor: Actor) =>
  (await world.services.feed.front(actor)).top.map((item) => item.entry?.id);
const noticesOf = async (actor: Actor) => {
  await world.settle();
  return world.db.notification.findMany({ where: { personId: actor.personId, kind: 'must_read' } });
};

describe('whoever must read a post', () => {
  test('has it on top until they confirm, with the reason', async () => {
    const id = await post('2026-11-25');
    expect(await topOf(reader)).toEqual([id]);
    expect(await topOf(author)).toEqual([]);
    const seen = async () => (await world.services.conversation.entryViews(reader, [id])).get(id)?.mustRead;
    expect(await seen()).toEqual({
      dueAt: '2026-11-25T16:00:00.000Z',
      mine: true,
      confirmedAt: null,
      changed: false,
    });
    await world.services.mustRead.confirm(reader, id);
    expect(await topOf(reader)).toEqual([]);
    expect(await seen()).toMatchObject({ confirmedAt: MONDAY.toISOString() });
  });

  test('is those who belonged to it then: not who joins, nor who left', async () => {
    const id = await post();
    const late = await world.build.actor({ siteId: site.id });
    expect(await topOf(late)).toEqual([]);
    await expect(world.services.mustRead.confirm(late, id)).rejects.toMatchObject({ code: 'not_found' });
    await world.db.person.update({ where: { id: other.personId }, data: { endsOn: new Date('2026-11-01') } });
    expect(await world.services.mustRead.confirmations(author, id)).toMatchObject({ must: 1 });
  });

  test('confirms once, also with two fingers, and at a terminal as such', async () => {
    const id = await post();
    const terminal = { ...reader, terminal: true };
    await Promise.all([1, 2, 3].map(() => world.services.mustRead.confirm(terminal, id)));
    await allowNames();
    expect(await world.services.mustRead.confirmations(author, id)).toMatchObject({
      confirmed: 1,
      ways: { own_device: 0, terminal: 1, paper: 0 },
    });
  });

  test('is told at once, at half time and the day before; after that, and after confirming, no more', async () => {
    await post('2026-11-27');
    expect(await noticesOf(reader)).toMatchObject([{ count: 1 }]);
    await world.services.mustRead.confirm(other, (await topOf(other))[0] as string);
    expect(await noticesOf(other)).toMatchObject([{ readAt: MONDAY }]);
    for (const [at, count] of [
      ['2026-11-24T08:00:00Z', 1],
      ['2026-11-25T14:00:00Z', 2],
      ['2026-11-25T15:00:00Z', 2],
      ['2026-11-26T17:00:00Z', 3],
      ['2026-11-30T08:00:00Z', 3],
    ] as const) {
      world.clock.set(new Date(at));
      await world.jobs.run('must-read.remind');
      expect([at, (await noticesOf(reader))[0]?.count]).toEqual([at, count]);
    }
    expect(await noticesOf(other)).toHaveLength(1);
  });
});

describe('whoever demands it', () => {
  test('needs the right, and a day that is still to come', async () => {
    await expect(post(undefined, reader)).rejects.toMatchObject({
      details: { fields: { mustRead: ['mustRead.notYours'] } },
    });
    await expect(post('2026-11-20')).rejects.toMatchObject({
      details: { fields: { readBy: ['mustRead.dayWrong'] } },
    });
    expect(await world.db.entry.count()).toBe(0);
  });

  test('gets a weekend moved to the Monday after', async () => {
    const id = await post('2026-11-28');
    expect(await world.db.requiredReading.findUnique({ where: { entryId: id } })).toMatchObject({
      dueAt: new Date('2026-11-30T16:00:00Z'),
    });
  });

  test('sees numbers, and names only where a works agreement allows them; nobody else sees anything', async () => {
    const id = await post();
    const ask = () => world.services.mustRead.confirmations(author, id);
    // Two are too few to stand by themselves.
    const withheld = { confirmed: null, nearly: null, ways: null, open: null };
    expect(await ask()).toMatchObject({
      ...withheld,
      must: 2,
      sites: [{ name: 'Hamburg', must: 2, confirmed: null }],
    });
    await expect(world.services.mustRead.confirmations(reader, id)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await allowNames();
    await world.services.mustRead.confirm(other, id);
    expect((await ask()).open).toMatchObject([{ person: { id: reader.personId }, site: 'Hamburg' }]);
  });

  test('counts groups of five and more by themselves', async () => {
    for (let n = 0; n < 4; n++) await world.build.actor({ siteId: site.id });
    const id = await post();
    for (const one of [reader, other]) await world.services.mustRead.confirm(one, id);
    expect((await world.services.mustRead.confirmations(author, id)).sites).toEqual([
      { name: 'Hamburg', must: 6, confirmed: 2 },
    ]);
  });

  test('enters what was signed on paper, for those who must, and it is kept who entered it', async () => {
    const id = await post();
    await world.services.mustRead.confirmOnPaper(author, id, `@${reader.handle}`);
    expect(
      await world.db.readingConfirmation.findFirst({ where: { personId: reader.personId } }),
    ).toMatchObject({
      way: 'paper',
      enteredById: author.personId,
    });
    const stranger = await world.build.actor({});
    await expect(world.services.mustRead.confirmOnPaper(author, id, stranger.handle)).rejects.toMatchObject({
      details: { fields: { person: ['mustRead.notAmongThem'] } },
    });
    await expect(world.services.mustRead.confirmOnPaper(reader, id, other.handle)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('is told how many confirmed an earlier wording', async () => {
    const id = await post();
    await world.services.mustRead.confirm(reader, id);
    await world.services.conversation.editEntry(author, {
      entryId: id,
      text: 'The press has two new switches.',
    });
    await allowNames();
    expect(await world.services.mustRead.confirmations(author, id)).toMatchObject({ earlierWording: 1 });
    expect((await world.services.conversation.entryViews(reader, [id])).get(id)?.mustRead?.changed).toBe(
      true,
    );
  });
});
