import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { createAudience } from '#server/domain/audience/create-audience.ts';
import { leaveAudience } from '#server/domain/audience/leave-audience.ts';
import { writeEntry } from '#server/domain/conversation/write-entry.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

let world: World;
let ronja: Actor;
let aylin: Actor;
let jonas: Actor;
let mara: Actor;
let moderator: Actor;
let admin: Actor;
let external: Actor;

beforeAll(async () => {
  world = await testWorld();
  const { actor } = world.build;
  ronja = await actor({ givenName: 'Ronja', familyName: 'Weiß' });
  aylin = await actor({ givenName: 'Aylin', familyName: 'Kaya' });
  jonas = await actor({ givenName: 'Jonas', familyName: 'Böttger' });
  mara = await actor({ givenName: 'Mara', familyName: 'Süß-Lindemann' });
  moderator = await actor({ givenName: 'Nadia', familyName: 'Roth', grants: [{ kind: 'moderate' }] });
  admin = await actor({ role: 'administrator', givenName: 'Admin', familyName: 'Eins' });
  external = await actor({ role: 'external', givenName: 'Extern', familyName: 'Partner' });
  await world.settle();
});
afterAll(() => world.drop());
beforeEach(async () => {
  await world.settle();
  await world.db.notification.deleteMany();
  world.emitted.length = 0;
});

async function post(author: Actor, text: string, audienceId = EVERYONE_AUDIENCE_ID): Promise<string> {
  const { id } = await world.parts.events.transaction((tx) =>
    writeEntry(tx, world.parts, author, { kind: 'post', audienceId, text }),
  );
  await world.settle();
  return id;
}

async function comment(author: Actor, entryId: string, text = 'Ja'): Promise<string> {
  const { id } = await world.services.conversation.addComment(author, { entryId, text });
  await world.settle();
  return id;
}

const notifications = () => world.services.notifications;
const list = async (actor: Actor) => (await notifications().list(actor)).items;
const unread = (actor: Actor) => notifications().unreadCount(actor);

describe('comments', () => {
  test('reach the author and those who follow, grouped while unread, never oneself', async () => {
    const id = await post(ronja, 'Wer hat den Gabelstapler?');
    await comment(aylin, id);
    await comment(jonas, id);
    await comment(ronja, id);
    await comment(jonas, id, 'Noch etwas');
    const [notice, ...more] = await list(ronja);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({
      kind: 'comment',
      unread: true,
      people: 2,
      count: 3,
      excerpt: 'Noch etwas',
      subject: { mine: true, entryKind: 'post' },
    });
    expect(notice?.actors.map((person) => person.name)).toEqual(['Jonas Böttger', 'Aylin Kaya']);
    expect((await list(aylin)).map((item) => item.count)).toEqual([3]);
    expect(await unread(jonas)).toBe(1);
  });

  test('begin a new notice after the last was read', async () => {
    const id = await post(ronja, 'Kantine');
    await comment(aylin, id);
    await notifications().opened(ronja, id);
    expect(await unread(ronja)).toBe(0);
    await comment(aylin, id);
    expect((await list(ronja)).map((item) => item.unread)).toEqual([true, false]);
  });

  test('are not told to whoever muted the thread', async () => {
    const id = await post(ronja, 'Laut');
    await comment(aylin, id);
    await world.db.follow.updateMany({
      where: { personId: aylin.personId, entryId: id },
      data: { muted: true },
    });
    await comment(jonas, id);
    expect(await unread(aylin)).toBe(0);
  });

  test('count once, however often the listener runs', async () => {
    const id = await post(ronja, 'Einmal');
    await comment(aylin, id);
    await world.db.outboxEvent.updateMany({
      where: { type: 'entry.published' },
      data: { doneAt: null, nextAttemptAt: new Date(0), attempts: 0 },
    });
    await world.settle();
    expect((await list(ronja)).map((item) => item.count)).toEqual([1]);
  });

  test('that are deleted are no longer announced', async () => {
    const id = await post(ronja, 'Gelöscht');
    const only = await comment(aylin, id);
    expect(await unread(ronja)).toBe(1);
    await world.services.conversation.deleteEntry(aylin, only);
    await world.settle();
    expect(await unread(ronja)).toBe(0);
    expect(await list(ronja)).toEqual([]);
  });
});

describe('mentions', () => {
  test('tell those who may read it, and nobody else', async () => {
    const secret = await world.db.$transaction((tx) =>
      createAudience(tx, world.parts, { kind: 'project', open: false }),
    );
    await world.build.join(ronja.personId, secret);
    await world.build.join(aylin.personId, secret);
    const text = `@${aylin.handle} @${jonas.handle} @${external.handle} @${ronja.handle} lest das`;
    await post(ronja, text, secret);
    expect((await list(aylin)).map((item) => [item.kind, item.subject?.author.name])).toEqual([
      ['mention', 'Ronja Weiß'],
    ]);
    for (const other of [jonas, external, ronja]) expect(await unread(other)).toBe(0);
  });

  test('added by an edit tell the one who was added', async () => {
    const id = await post(ronja, `Frage an @${aylin.handle}`);
    await world.services.conversation.editEntry(ronja, {
      entryId: id,
      text: `Frage an @${aylin.handle} und @${jonas.handle}`,
    });
    await world.settle();
    expect(await unread(aylin)).toBe(1);
    expect((await list(jonas)).map((item) => item.excerpt)).toEqual([
      'Frage an @Aylin Kaya und @Jonas Böttger',
    ]);
  });

  test('in a comment are told once, as a mention', async () => {
    const id = await post(ronja, 'Wer?');
    await comment(aylin, id, `@${ronja.handle} du`);
    expect((await list(ronja)).map((item) => item.kind)).toEqual(['mention']);
  });
});

describe('pinboards', () => {
  async function place(
    author: Actor,
    kind: 'note' | 'question',
    text: string,
    visibility: 'everyone' | 'two',
  ) {
    const { id } = await world.services.pinboard.placePin(author, {
      ownerId: mara.personId,
      kind,
      visibility,
      text,
    } as Parameters<typeof world.services.pinboard.placePin>[1]);
    await world.settle();
    return id;
  }

  test('a pin tells the owner, an answer tells who asked, a refusal too', async () => {
    const note = await place(jonas, 'note', 'Danke für den Kuchen', 'two');
    const question = await place(ronja, 'question', 'Wann kommt die Lieferung?', 'everyone');
    expect((await list(mara)).map((item) => [item.kind, item.excerpt])).toEqual([
      ['question', 'Wann kommt die Lieferung?'],
      ['pin', 'Danke für den Kuchen'],
    ]);
    expect(note).not.toBe(question);
    await world.services.pinboard.answer(mara, { entryId: question, text: 'Am Montag' });
    await world.settle();
    expect((await list(ronja)).map((item) => [item.kind, item.what, item.excerpt])).toEqual([
      ['answer', null, 'Am Montag'],
    ]);
    const other = await place(jonas, 'question', 'Und die Rechnung?', 'everyone');
    await world.services.pinboard.decline(mara, other);
    await world.settle();
    expect((await list(jonas)).map((item) => [item.kind, item.what])).toEqual([['answer', 'declined']]);
  });
});

describe('moderation', () => {
  test('a report reaches moderators and administrators, a decision the author with its reason', async () => {
    const id = await post(jonas, 'Unfreundlich');
    await world.services.conversation.reportEntry(ronja, { entryId: id, reason: 'Beleidigend' });
    await world.settle();
    expect((await list(moderator)).map((item) => [item.kind, item.actors])).toEqual([['report', []]]);
    expect(await unread(admin)).toBe(1);
    const [told] = await list(moderator);
    expect(await notifications().follow(moderator, told?.id ?? '')).toBe(`/admin/moderation#entry-${id}`);
    for (const other of [ronja, jonas, aylin]) expect(await unread(other)).toBe(0);

    await world.services.conversation.hideEntry(moderator, {
      entryId: id,
      reason: 'Verstößt gegen die Regeln',
    });
    await world.settle();
    expect((await list(jonas)).map((item) => [item.kind, item.what, item.reason, item.actors])).toEqual([
      ['moderation', 'hidden', 'Verstößt gegen die Regeln', []],
    ]);
    await world.services.conversation.restoreEntry(moderator, { entryId: id, reason: 'Doch in Ordnung' });
    await world.settle();
    expect((await list(jonas)).map((item) => item.what)).toEqual(['restored', 'hidden']);
  });
});

describe('reading', () => {
  test('following a notice marks it read and leads to the very thing, for its owner alone', async () => {
    const id = await post(ronja, 'Hier');
    const answer = await comment(aylin, id);
    const [notice] = await list(ronja);
    expect(await notifications().follow(aylin, notice?.id ?? '')).toBeNull();
    expect(await unread(ronja)).toBe(1);
    expect(await notifications().follow(ronja, notice?.id ?? '')).toContain(answer);
    expect(await unread(ronja)).toBe(0);
    expect(await notifications().follow(ronja, 'nonsense')).toBeNull();
  });

  test('all at once', async () => {
    for (const text of ['a', 'b', 'c']) await comment(aylin, await post(ronja, text));
    expect(await unread(ronja)).toBe(3);
    await notifications().markAllRead(ronja);
    expect(await unread(ronja)).toBe(0);
  });

  test('the screens hear the count, and nothing else', async () => {
    const id = await post(ronja, 'Glocke');
    await comment(aylin, id);
    await notifications().opened(ronja, id);
    await world.settle();
    const heard = world.emitted.filter(({ room }) => room === `person:${ronja.personId}`);
    expect(heard.map(({ message }) => message)).toEqual([
      { kind: 'unread', notifications: 1 },
      { kind: 'unread', notifications: 0 },
    ]);
  });

  test('losing access takes notices back', async () => {
    const team = await world.db.$transaction((tx) =>
      createAudience(tx, world.parts, { kind: 'unit', open: false }),
    );
    await world.build.join(ronja.personId, team);
    await world.build.join(aylin.personId, team);
    await post(ronja, `@${aylin.handle}`, team);
    expect(await unread(aylin)).toBe(1);
    await world.parts.events.transaction((tx) =>
      leaveAudience(tx, world.parts, { audienceId: team, personId: aylin.personId, cause: 'unit' }),
    );
    await world.settle();
    expect(await unread(aylin)).toBe(0);
    expect(await list(aylin)).toEqual([]);
  });

  test('pages follow one another without a gap', async () => {
    for (let n = 0; n < 65; n += 1) {
      await world.db.notification.create({
        data: {
          id: world.parts.ids.next(),
          personId: ronja.personId,
          kind: 'import',
          subjectId: world.parts.ids.next(),
          groupKey: `import:${n}`,
          updatedAt: new Date(2026, 0, 1, 0, Math.floor(n / 2)),
        },
      });
    }
    const seen = new Set<string>();
    let cursor: string | null = null;
    for (let page = 0; page < 5; page += 1) {
      const found = await notifications().list(ronja, cursor);
      for (const item of found.items) seen.add(item.id);
      cursor = found.next;
      if (!cursor) break;
    }
    expect(seen.size).toBe(65);
    expect((await notifications().list(ronja)).unread).toBe(65);
  });
});
