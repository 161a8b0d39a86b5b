import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import type { ModerationPage } from './moderation-page.ts';

// Lists of the moderators' that once ended silently: every row is on exactly one page, in order, also where many
// happened in the same moment.

let world: World;
let author: Actor;
let moderator: Actor;
let reporters: Actor[];
const posts: string[] = [];
const COUNT = 47;

beforeAll(async () => {
  world = await testWorld({ now: new Date('2026-11-02T08:00:00Z') });
  author = await world.build.actor({ grants: [{ kind: 'post_to_everyone' }] });
  moderator = await world.build.actor({ grants: [{ kind: 'moderate' }] });
  reporters = await Promise.all(Array.from({ length: 3 }, () => world.build.actor()));
  for (let n = 0; n < COUNT; n += 1) {
    const input = { text: `Words ${n}`, audienceId: EVERYONE_AUDIENCE_ID };
    posts.push((await world.services.feed.publishPost(author, input)).id);
  }
});
afterAll(() => world.drop());

const talk = () => world.services.conversation;
/** Every third of them a second later than those before. */
const tick = (n: number) => n % 3 === 0 && world.clock.advance(1_000);

async function readAll<T>(page: (after: string | null) => Promise<ModerationPage<T>>): Promise<T[][]> {
  const pages: T[][] = [];
  let after: string | null = null;
  do {
    const { items, next }: ModerationPage<T> = await page(after);
    pages.push(items);
    after = next;
  } while (after);
  return pages;
}
const sizes = (pages: unknown[][]) => pages.map((page) => page.length);

test('reports: an entry stands once, where its first report does, with all that is said against it', async () => {
  for (const [n, entryId] of posts.entries()) {
    tick(n);
    await talk().reportEntry(reporters[0] as Actor, { entryId, reason: 'First' });
  }
  for (const reporter of reporters.slice(1))
    for (const entryId of [...posts.slice(0, 5), ...posts.slice(-5)])
      await talk().reportEntry(reporter, { entryId, reason: 'Too' });
  const pages = await readAll((after) => talk().moderationQueue(moderator, after));
  expect(sizes(pages)).toEqual([20, 20, 7]);
  const items = pages.flat();
  expect(items.map(({ entry }) => entry.id)).toEqual(posts);
  expect(items[0]?.reports.map(({ reason }) => reason)).toEqual(['First', 'Too', 'Too']);
  expect(items[10]?.reports).toHaveLength(1);
  expect(await talk().moderationQueue(moderator, 'nonsense')).toMatchObject({ items: pages[0] });
});

test('a notice leads to the page of the queue on which its report waits, and once it is decided, to the words', async () => {
  const { notifications } = world.services;
  const follow = async (entryId: string) => {
    const { id } = await world.db.notification.findFirstOrThrow({
      where: { personId: moderator.personId, kind: 'report', entryId },
    });
    return notifications.follow(moderator, id);
  };
  await world.settle();
  for (const n of [0, 19, 20, 21, 33, 46]) {
    const entryId = posts[n] as string;
    const address = new URL((await follow(entryId)) ?? '', 'https://flurfunk.test');
    expect([address.pathname, address.hash]).toEqual(['/admin/moderation', `#entry-${entryId}`]);
    const after = address.searchParams.get('reports');
    expect(after === null).toBe(n < 20);
    const { items } = await talk().moderationQueue(moderator, after);
    expect(items[n < 20 ? n : 0]?.entry.id).toBe(entryId);
  }
  const thread = await world.services.feed.publishPost(author, {
    text: 'Long',
    audienceId: EVERYONE_AUDIENCE_ID,
  });
  const { id: comment } = await talk().addComment(author, { entryId: thread.id, text: 'Rude' });
  await talk().reportEntry(reporters[0] as Actor, { entryId: comment, reason: 'Rude' });
  await world.settle();
  expect(await follow(comment)).toMatch(/^\/admin\/moderation\?reports=/);
  await talk().hideEntry(moderator, { entryId: comment, reason: 'Rude indeed' });
  expect(await follow(comment)).toBe(`/posts/${thread.id}?comment=${comment}#comment-${comment}`);
  await world.db.moderationAct.deleteMany();
}, 120_000);

test('of an entry with very many reports the first are listed, and how many more there are', async () => {
  const crowd = await Promise.all(Array.from({ length: 22 }, () => world.build.actor()));
  for (const one of crowd) await talk().reportEntry(one, { entryId: posts[0] as string, reason: 'Me, too' });
  const [first] = (await talk().moderationQueue(moderator)).items;
  expect([first?.reports.length, first?.more]).toEqual([20, 5]);
});

test('the log, contests and suspensions', async () => {
  for (const [n, entryId] of posts.entries()) {
    tick(n);
    await talk().hideEntry(moderator, { entryId, reason: 'No' });
    await talk().contestHiding(author, { entryId, reason: 'Why?' });
  }
  const log = await readAll((after) => talk().moderationLog(moderator, { after }));
  expect(sizes(log)).toEqual([20, 20, 7]);
  expect(log.flat().map(({ entryId }) => entryId)).toEqual([...posts].reverse());
  expect((await talk().moderationLog(moderator, { act: 'restore' })).items).toEqual([]);
  const hidden = await readAll((after) => talk().moderationLog(moderator, { act: 'hide', after }));
  expect(sizes(hidden)).toEqual([20, 20, 7]);

  const contests = await readAll((after) => talk().contests(moderator, after));
  expect(sizes(contests)).toEqual([20, 20, 7]);
  expect(contests.flat().map(({ entry }) => entry.id)).toEqual(posts);

  const handles: string[] = [];
  for (let n = 0; n < 21; n += 1) {
    tick(n);
    const { handle } = await world.build.actor();
    handles.unshift(handle);
    await talk().suspend(moderator, { handle, days: 1, reason: 'No' });
  }
  const suspended = await readAll((after) => talk().suspensions(moderator, after));
  expect(sizes(suspended)).toEqual([20, 1]);
  expect(suspended.flat().map(({ person }) => person.handle)).toEqual(handles);
});
