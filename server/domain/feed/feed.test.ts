import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

let world: World;
let author: Actor;
let colleague: Actor;
let elsewhere: Actor;
let hamburg: { audienceId: string };

beforeAll(async () => {
  world = await testWorld();
  const site = await world.build.site({ name: 'Hamburg' });
  hamburg = site;
  author = await world.build.actor({
    givenName: 'Ada',
    siteId: site.id,
    grants: [{ kind: 'post_to_everyone' }],
  });
  colleague = await world.build.actor({ givenName: 'Ben', siteId: site.id });
  elsewhere = await world.build.actor({ givenName: 'Cem' });
});
afterAll(() => world.drop());

const texts = async (actor: Actor) =>
  (await world.services.feed.page(actor)).items.map((item) => item.entry?.html.replace(/<[^>]+>/g, ''));

describe('a post', () => {
  test('reaches its audience and nobody else', async () => {
    await world.services.feed.publishPost(author, {
      text: 'For Hamburg alone',
      audienceId: hamburg.audienceId,
    });
    await world.services.feed.publishPost(author, { text: 'For all', audienceId: EVERYONE_AUDIENCE_ID });
    expect(await texts(colleague)).toEqual(['For all', 'For Hamburg alone']);
    expect(await texts(elsewhere)).toEqual(['For all']);
  });

  test('to everyone needs the grant; to a foreign audience is refused at the field', async () => {
    const input = { text: 'Hello', audienceId: EVERYONE_AUDIENCE_ID };
    await expect(world.services.feed.publishPost(colleague, input)).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: { audienceId: ['error.audienceNotYours'] } },
    });
    await expect(
      world.services.feed.publishPost(elsewhere, { text: 'x', audienceId: hamburg.audienceId }),
    ).rejects.toMatchObject({ code: 'invalid' });
  });

  test('in both languages is read in one’s own', async () => {
    const { id } = await world.services.feed.publishPost(author, {
      text: 'Guten Morgen',
      language: 'de',
      otherText: 'Good morning',
      audienceId: hamburg.audienceId,
    });
    for (const [language, words] of [
      ['de', '<p>Guten Morgen</p>'],
      ['en', '<p>Good morning</p>'],
    ] as const) {
      const seen = await world.services.conversation.entryViews({ ...colleague, language }, [id]);
      expect(seen.get(id)).toMatchObject({ language, html: words });
    }
  });

  test('in both languages is edited in both; what is left out stays, what is emptied goes', async () => {
    const { id } = await world.services.feed.publishPost(author, {
      text: 'Guten Morgen',
      language: 'de',
      otherText: 'Good morning',
      audienceId: hamburg.audienceId,
    });
    const { conversation } = world.services;
    const wordings = async () =>
      (await world.db.entryBody.findMany({ where: { entryId: id }, orderBy: { revision: 'desc' } }))
        .map((body) => `${body.revision} ${body.language} ${body.source}`)
        .sort();
    const german = { ...author, language: 'de' as const };
    expect((await conversation.history(german, id))[0]?.other).toEqual({
      text: 'Good morning',
      language: 'en',
    });
    await conversation.editEntry(german, { entryId: id, text: 'Guten Tag' });
    await conversation.editEntry(german, { entryId: id, text: 'Guten Tag', otherText: 'Good day' });
    await conversation.editEntry(german, { entryId: id, text: 'Guten Abend', otherText: '' });
    expect(await wordings()).toEqual([
      '1 de Guten Morgen',
      '1 en Good morning',
      '2 de Guten Tag',
      '2 en Good morning',
      '3 de Guten Tag',
      '3 en Good day',
      '4 de Guten Abend',
    ]);
  });

  test('in one language gets the other when it is edited; left empty, it does not', async () => {
    const { conversation, feed } = world.services;
    const { id } = await feed.publishPost(author, {
      text: 'Guten Morgen',
      language: 'de',
      audienceId: hamburg.audienceId,
    });
    const german = { ...author, language: 'de' as const };
    const english = { ...colleague, language: 'en' as const };
    const read = async (reader: Actor) => (await conversation.entryViews(reader, [id])).get(id);
    expect(await read(english)).toMatchObject({ language: 'de', html: '<p>Guten Morgen</p>' });
    await conversation.editEntry(german, { entryId: id, text: 'Guten Tag', otherText: '' });
    expect((await conversation.history(german, id))[0]?.other).toBeUndefined();
    const words = `Good day, @${colleague.handle}`;
    await conversation.editEntry(german, { entryId: id, text: 'Guten Tag', otherText: words });
    expect(await read(english)).toMatchObject({ language: 'en' });
    expect((await read(english))?.html).toContain(`href="/people/${colleague.handle}"`);
    expect(await read({ ...colleague, language: 'de' })).toMatchObject({ html: '<p>Guten Tag</p>' });
    const [newest] = await conversation.history(german, id);
    expect(newest).toMatchObject({ text: 'Guten Tag', other: { text: words, language: 'en' } });
  });

  test('whose own language was taken away is edited in the one that is left', async () => {
    const { conversation, feed } = world.services;
    const { id } = await feed.publishPost(author, {
      text: 'Guten Morgen',
      language: 'de',
      otherText: 'Good morning',
      audienceId: hamburg.audienceId,
    });
    const english = { ...author, language: 'en' as const };
    const german = { ...author, language: 'de' as const };
    await conversation.editEntry(english, { entryId: id, text: 'Good morning', otherText: '' });
    await conversation.editEntry(german, { entryId: id, text: 'Good evening', otherText: 'Guten Abend' });
    expect((await conversation.history(german, id)).map(({ text, other }) => [text, other?.text])).toEqual([
      ['Guten Abend', 'Good evening'],
      ['Good morning', undefined],
      ['Guten Morgen', 'Good morning'],
    ]);
  });

  test('alone has two languages: a comment gets none', async () => {
    const { conversation, feed } = world.services;
    const { id } = await feed.publishPost(author, { text: 'Hello', audienceId: hamburg.audienceId });
    await conversation.addComment(author, { entryId: id, text: 'First' });
    const comment = (await conversation.thread(author, id)).comments[0];
    await expect(
      conversation.editEntry(author, { entryId: comment?.id ?? '', text: 'First', otherText: 'Erster' }),
    ).rejects.toMatchObject({ details: { fields: { otherText: ['error.invalid'] } } });
  });

  test('sent twice by a nervous finger exists once', async () => {
    const input = { text: 'Once', audienceId: hamburg.audienceId, idempotencyKey: 'k1' };
    const first = await world.services.feed.publishPost(author, input);
    expect(await world.services.feed.publishPost(author, input)).toEqual(first);
  });

  test('renders safely and resolves mentions when shown', async () => {
    const text = `Hi @${colleague.handle}, <script>alert(1)</script> [x](javascript:alert(1)) **bold**`;
    const { id } = await world.services.feed.publishPost(author, { text, audienceId: hamburg.audienceId });
    const html = (await world.services.conversation.entryViews(colleague, [id])).get(id)?.html ?? '';
    expect(html).toContain(`<a class="mention" href="/people/${colleague.handle}">@Ben`);
    expect(html).toContain('<strong>bold</strong>');
    expect(html).not.toContain('<script');
    expect(html).not.toContain('href="javascript');
  });
});

describe('reading', () => {
  test('pages by keyset: nothing twice, nothing lost, a visible end', async () => {
    for (let n = 0; n < 45; n++) {
      world.clock.advance(n % 3 === 0 ? 0 : 1000);
      await world.services.feed.publishPost(author, { text: `No ${n}`, audienceId: hamburg.audienceId });
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof world.services.feed.page>> = await world.services.feed.page(
        colleague,
        { cursor },
      );
      seen.push(...page.items.map((item) => item.id));
      cursor = page.next;
    } while (cursor);
    const all = await world.db.feedItem.count({ where: { removedAt: null } });
    expect(seen).toHaveLength(all);
    expect(new Set(seen).size).toBe(all);
  });

  test('counts unread without what one wrote oneself, until it is read', async () => {
    expect(await world.services.feed.unreadCount(author)).toBe(0);
    expect(await world.services.feed.unreadCount(colleague)).toBeGreaterThan(40);
    await world.services.feed.markRead(colleague, world.clock.now());
    expect(await world.services.feed.unreadCount(colleague)).toBe(0);
  });

  test('is unread again from one item on, and the line of the last visit stands there', async () => {
    const { items } = await world.services.feed.page(colleague);
    const third = new Date(items[2]?.at ?? 0);
    const newer = items.filter((item) => new Date(item.at) >= third).length;
    await world.services.feed.markRead(colleague, world.clock.now());
    await world.services.feed.markUnread(colleague, third);
    expect(await world.services.feed.unreadCount(colleague)).toBe(newer);
    const line = (await world.services.feed.newSince(colleague)) ?? '';
    expect(items.filter((item) => item.at > line)).toHaveLength(newer);
    await world.services.feed.markRead(colleague, world.clock.now());
    expect(await world.services.feed.unreadCount(colleague)).toBe(0);
  });

  test('by activity what was talked about last comes first, and those who talked have read it', async () => {
    const { feed, conversation } = world.services;
    await feed.markUnread(colleague, new Date(0));
    const { items } = await feed.page(colleague, { order: 'activity' });
    const quiet = items.at(-1)?.entry?.id ?? '';
    world.clock.advance(1000);
    await conversation.addComment(colleague, { entryId: quiet, text: 'Still true' });
    await world.settle();
    const [first] = (await feed.page(colleague, { order: 'activity' })).items;
    expect(first).toMatchObject({ entry: { id: quiet }, unread: false });
    expect(await feed.countSince(author, new Date(world.clock.now().getTime() - 1), 'activity')).toBe(0);
  });

  test('what one device marks is told to the others, with the count', async () => {
    const { feed } = world.services;
    const [item] = (await feed.page(colleague, { order: 'unread' })).items;
    world.emitted.length = 0;
    await feed.markItemsRead(colleague, [item?.id ?? '']);
    await world.settle();
    expect(world.emitted).toEqual([
      {
        room: `person:${colleague.personId}`,
        message: expect.objectContaining({
          kind: 'unread',
          items: item?.id,
          feed: await feed.unreadCount(colleague),
        }),
      },
    ]);
  });

  test('the way one looks at the feed is remembered, but not from a shared terminal', async () => {
    const remembered = async () =>
      (await world.db.person.findUniqueOrThrow({ where: { id: colleague.personId } })).feedView;
    const view = { order: 'unread', kind: 'post', audience: null } as const;
    await world.services.feed.chooseView(colleague, view);
    expect(await remembered()).toBe('order=unread&kind=post');
    await world.services.feed.chooseView({ ...colleague, terminal: true }, { ...view, order: 'latest' });
    expect(await remembered()).toBe('order=unread&kind=post');
  });

  test('a deleted post is gone at once and can be brought back', async () => {
    const { id } = await world.services.feed.publishPost(author, {
      text: 'Oops',
      audienceId: hamburg.audienceId,
    });
    await world.settle();
    await world.services.conversation.deleteEntry(author, id);
    await world.settle();
    expect(await texts(colleague)).not.toContain('Oops');
    await world.services.conversation.undoDelete(author, id);
    await world.settle();
    expect(await texts(colleague)).toContain('Oops');
  });
});

describe('a conversation', () => {
  test('is told to the screens that have it open, by ids alone', async () => {
    const { id } = await world.services.feed.publishPost(author, {
      text: 'Talk',
      audienceId: hamburg.audienceId,
    });
    const comment = await world.services.conversation.addComment(colleague, {
      entryId: id,
      text: 'Secret words',
    });
    await world.settle();
    expect(world.emitted).toContainEqual({
      room: `thread:${id}`,
      message: { kind: 'thread.changed', threadId: id, entryId: comment.id },
    });
    expect(JSON.stringify(world.emitted)).not.toContain('Secret words');
  });

  test('is closed to those who may not read it', async () => {
    const { id } = await world.services.feed.publishPost(author, {
      text: 'Inside',
      audienceId: hamburg.audienceId,
    });
    await expect(world.services.conversation.thread(elsewhere, id)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      world.services.conversation.addComment(elsewhere, { entryId: id, text: 'x' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  test('hides what a moderator hides, with the reason, from all but the author', async () => {
    const moderator = await world.build.actor({ grants: [{ kind: 'moderate' }] });
    await world.build.join(moderator.personId, hamburg.audienceId);
    const { id } = await world.services.feed.publishPost(author, {
      text: 'Rude',
      audienceId: hamburg.audienceId,
    });
    await world.services.conversation.reportEntry(colleague, { entryId: id, reason: 'Not kind' });
    await expect(
      world.services.conversation.hideEntry(colleague, { entryId: id, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await world.services.conversation.hideEntry(moderator, { entryId: id, reason: 'Names a colleague' });
    await world.settle();
    const seen = (await world.services.conversation.entryViews(colleague, [id])).get(id);
    expect(seen).toMatchObject({ html: '', hidden: { reason: 'Names a colleague' } });
    expect((await world.services.conversation.entryViews(author, [id])).get(id)?.html).toContain('Rude');
    expect(await texts(colleague)).not.toContain('Rude');
  });
});
