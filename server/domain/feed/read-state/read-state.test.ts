import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leaveAudience } from '#server/domain/audience/leave-audience.ts';
import type { FeedOrder } from '#server/domain/feed/feed-view.schema.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

// What happens to a company's feed, in any order, against a plain model of who has read what. FEED_RUNS asks for more
// than the histories of every day, which take some twenty seconds on two busy cores; only then is a failure made smaller.
const MORE = process.env.FEED_RUNS;
const HOW = { numRuns: Number(MORE ?? 10), endOnFailure: MORE === undefined };
const LONG = 60_000 + HOW.numRuns * 20_000;

type Item = { id: string; entryId: string; author: number; audience: number; at: Date; state: string };
type Reader = { actor: Actor; in: Set<number>; read: Set<string> };

let world: World;
let moderator: Actor;
let audiences: string[];

beforeAll(async () => {
  world = await testWorld();
  const [north, south] = [
    await world.build.site({ name: 'North' }),
    await world.build.site({ name: 'South' }),
  ];
  audiences = [north.audienceId, south.audienceId];
  moderator = await world.build.actor({ grants: [{ kind: 'moderate' }] });
  for (const id of audiences) await world.build.join(moderator.personId, id);
});
afterAll(() => world.drop());

/** Three colleagues; all are in the first audience, two in the second. Each history has its own and starts read. */
async function colleagues(): Promise<Reader[]> {
  const readers: Reader[] = [];
  for (const n of [0, 1, 2]) {
    const actor = await world.build.actor();
    const own = n === 2 ? [0] : [0, 1];
    for (const audience of own) await world.build.join(actor.personId, audiences[audience] ?? '');
    world.clock.advance(1);
    await world.services.feed.markRead(actor, world.clock.now());
    readers.push({ actor, in: new Set(own), read: new Set() });
  }
  await world.settle();
  return readers;
}

/** Everything the list of an order shows, page by page; `between` happens after each page. */
async function listed(actor: Actor, order: FeedOrder, between?: () => Promise<unknown>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof world.services.feed.page>> = await world.services.feed.page(actor, {
      cursor,
      order,
    });
    ids.push(...page.items.map((item) => item.id));
    cursor = page.next;
    if (cursor) await between?.();
  } while (cursor);
  return ids;
}

async function post(author: Reader, audience: number): Promise<string> {
  const { id } = await world.services.feed.publishPost(author.actor, {
    text: 'News',
    audienceId: audiences[audience] ?? '',
  });
  return id;
}

const what = fc.constantFrom(
  ...(['post', 'post', 'post', 'late', 'edit', 'delete', 'undo', 'hide', 'restore', 'comment'] as const),
  ...([
    'react',
    'see',
    'see',
    'see two at once',
    'mark all',
    'mark up to',
    'unread from',
    'join',
    'leave',
  ] as const),
);
const step = fc.record({
  what,
  who: fc.nat(2),
  pick: fc.nat(99),
  audience: fc.nat(1),
  wait: fc.constantFrom(0, 0, 1, 1_000),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** One thing that happens, in the house and in the model. */
async function take(step: Step, readers: Reader[], items: Item[]): Promise<void> {
  const { feed, conversation } = world.services;
  const reader = readers[step.who] as Reader;
  const { actor } = reader;
  const from = (found: Item[]) => found[step.pick % Math.max(1, found.length)];
  const near = items.filter((item) => item.state === 'published' && reader.in.has(item.audience));
  const mine = (state: string) =>
    from(items.filter((item) => item.author === step.who && item.state === state));
  world.clock.advance(step.wait);
  if (step.what === 'post' || step.what === 'late') {
    const audience = reader.in.has(step.audience) ? step.audience : 0;
    if (!reader.in.has(audience)) return;
    // Late: appears below what others have read already, as after a night without the server.
    const publishedAt = new Date(world.clock.now().getTime() - (step.what === 'late' ? 500 : 0));
    const { id: entryId } = await feed.publishPost(actor, {
      text: 'News',
      audienceId: audiences[audience] ?? '',
      publishedAt,
    });
    const { id } = await world.db.feedItem.findFirstOrThrow({ where: { subjectId: entryId } });
    items.push({ id, entryId, author: step.who, audience, at: publishedAt, state: 'published' });
  }
  const own = mine('published');
  if (step.what === 'edit' && own && reader.in.has(own.audience))
    await conversation.editEntry(actor, { entryId: own.entryId, text: 'Better' });
  if (step.what === 'delete' && own && reader.in.has(own.audience)) {
    await conversation.deleteEntry(actor, own.entryId);
    own.state = 'deleted';
  }
  const deleted = mine('deleted');
  if (step.what === 'undo' && deleted) {
    await conversation.undoDelete(actor, deleted.entryId);
    deleted.state = 'published';
  }
  const item = from(near);
  if (step.what === 'hide' && item) {
    await conversation.hideEntry(moderator, { entryId: item.entryId, reason: 'No' });
    item.state = 'hidden';
  }
  const hidden = from(items.filter((other) => other.state === 'hidden'));
  if (step.what === 'restore' && hidden) {
    await conversation.restoreEntry(moderator, { entryId: hidden.entryId, reason: 'Yes' });
    hidden.state = 'published';
  }
  if (step.what === 'comment' && item) {
    await conversation.addComment(actor, { entryId: item.entryId, text: 'Well' });
    reader.read.add(item.id);
  }
  if (step.what === 'react' && item) {
    await conversation.toggleReaction(actor, { entryId: item.entryId, emoji: '👍' });
    reader.read.add(item.id);
  }
  if (step.what === 'see' && item) {
    await feed.markItemsRead(actor, [item.id]);
    reader.read.add(item.id);
  }
  // Two devices of one person.
  if (step.what === 'see two at once') {
    const two = [item, near.at(-1)].flatMap((one) => (one ? [one.id] : []));
    await Promise.all(two.map((id) => feed.markItemsRead(actor, [id])));
    for (const id of two) reader.read.add(id);
  }
  if (step.what === 'mark all' || (step.what === 'mark up to' && item)) {
    const upTo = step.what === 'mark all' ? world.clock.now() : (item as Item).at;
    await feed.markRead(actor, upTo);
    for (const other of items) if (other.at <= upTo) reader.read.add(other.id);
  }
  if (step.what === 'unread from' && item) {
    await feed.markUnread(actor, item.at);
    for (const other of items) if (other.at >= item.at) reader.read.delete(other.id);
  }
  const audienceId = audiences[step.audience] ?? '';
  if (step.what === 'leave' && reader.in.delete(step.audience))
    await world.parts.events.transaction((tx) =>
      leaveAudience(tx, world.parts, { audienceId, personId: actor.personId, cause: 'unit' }),
    );
  if (step.what === 'join' && !reader.in.has(step.audience)) {
    await world.build.join(actor.personId, audienceId);
    reader.in.add(step.audience);
    await adopt(step.audience, reader, items);
  }
}

/** Whether the past of an audience is news to whoever joins it is not told by the model: it asks, once. */
async function adopt(audience: number, reader: Reader, items: Item[]): Promise<void> {
  await world.settle();
  const gone = items.filter((item) => item.audience === audience && item.state !== 'published');
  const ids = gone.map((item) => item.id);
  const places = await world.db.feedItem.findMany({ where: { id: { in: ids } } });
  await world.db.feedItem.updateMany({ where: { id: { in: ids } }, data: { removedAt: null } });
  for (const item of items.filter((other) => other.audience === audience)) {
    const rows = await world.db.$queryRaw<{ unread: boolean }[]>`
      SELECT CASE WHEN f.published_at > r.watermark THEN x.read IS NULL ELSE x.read IS NOT NULL END AS unread
      FROM feed_item f JOIN read_state r ON r.person_id = ${reader.actor.personId}::uuid
      LEFT JOIN read_exception x ON x.item_id = f.id AND x.person_id = r.person_id WHERE f.id = ${item.id}::uuid`;
    if (rows[0]?.unread) reader.read.delete(item.id);
    else reader.read.add(item.id);
  }
  for (const place of places)
    await world.db.feedItem.update({ where: { id: place.id }, data: { removedAt: place.removedAt } });
}

/** The items that a screen knows of which has heard every message from the first on. */
function heard(from: number): string[] {
  const known = new Set<string>();
  for (const { message } of world.emitted.slice(from)) {
    const { kind, itemId } = message as { kind: string; itemId: string };
    if (kind === 'feed.new' || kind === 'feed.back') known.add(itemId);
    if (kind === 'feed.gone') known.delete(itemId);
  }
  return [...known].toSorted();
}

test(
  'the count is what the list shows, which is what was not read, whatever happens in whatever order',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
        const readers = await colleagues();
        const items: Item[] = [];
        const begun = world.emitted.length;
        for (const [n, one] of steps.entries()) {
          await take(one, readers, items);
          await world.settle();
          const standing = items.filter((item) => item.state === 'published');
          expect(heard(begun)).toEqual(standing.map((item) => item.id).toSorted());
          // The one it happened to, and at the end everybody.
          const looking = n === steps.length - 1 ? readers : [readers[one.who] as Reader];
          for (const { actor, in: near, read } of looking) {
            const me = readers.findIndex((reader) => reader.actor === actor);
            const expected = items.filter(
              (item) =>
                item.state === 'published' &&
                near.has(item.audience) &&
                item.author !== me &&
                !read.has(item.id),
            );
            const list = await listed(actor, 'unread');
            expect(list.toSorted()).toEqual(expected.map((item) => item.id).toSorted());
            expect(await world.services.feed.unreadCount(actor)).toBe(Math.min(list.length, 100));
            const shown = (await world.services.feed.page(actor)).items.filter((item) => item.unread);
            expect(list.slice(0, shown.length)).toEqual(shown.map((item) => item.id));
          }
        }
      }),
      HOW,
    );
  },
  LONG,
);

test(
  'no page shows anything twice or loses what stood when the list was opened, whatever is written meanwhile',
  async () => {
    const busy = fc.array(fc.tuple(fc.constantFrom('post', 'comment', 'delete', 'undo'), fc.nat(99)), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<FeedOrder>('latest', 'activity', 'unread'),
        fc.array(busy, { minLength: 2, maxLength: 2 }),
        fc.array(fc.constantFrom(0, 0, 1), { minLength: 45, maxLength: 45 }),
        async (order, meanwhile, waits) => {
          const [reader, author] = (await colleagues()) as [Reader, Reader];
          const stood: { id: string; entryId: string }[] = [];
          await world.parts.db.feedItem.updateMany({ where: {}, data: { removedAt: world.clock.now() } });
          world.clock.advance(1);
          for (const [n, wait] of waits.entries()) {
            world.clock.advance(wait);
            const entryId = await post(author, n % 2);
            const { id } = await world.db.feedItem.findFirstOrThrow({ where: { subjectId: entryId } });
            stood.push({ id, entryId });
          }
          world.clock.advance(1);
          const gone = new Set<string>();
          const deleted = new Map<string, string>();
          const moved = new Set<string>();
          let round = 0;
          const shown = await listed(reader.actor, order, async () => {
            for (const [what, pick] of meanwhile[round] ?? []) {
              const item = stood[pick % stood.length] as (typeof stood)[number];
              world.clock.advance(1);
              if (what === 'post') await post(author, pick % 2);
              // It may stand on a page that is read already: shown or not, but never twice.
              const back = [...gone].find((id) => deleted.has(id));
              if (what === 'undo' && back) {
                await world.services.conversation.undoDelete(author.actor, deleted.get(back) ?? '');
                deleted.delete(back);
              }
              if (gone.has(item.id)) continue;
              if (what === 'comment') {
                await world.services.conversation.addComment(author.actor, {
                  entryId: item.entryId,
                  text: 'Well',
                });
                // By activity it waits behind the pill then.
                if (order === 'activity') moved.add(item.id);
              }
              if (what === 'delete') {
                await world.services.conversation.deleteEntry(author.actor, item.entryId);
                gone.add(item.id);
                deleted.set(item.id, item.entryId);
              }
            }
            await world.settle();
            round++;
          });
          expect(new Set(shown).size).toBe(shown.length);
          const first = new Set(await firstOf(order, reader.actor, moved));
          for (const { id } of stood) if (!gone.has(id) && !moved.has(id)) expect(shown).toContain(id);
          for (const id of moved) if (!gone.has(id)) expect([...shown, ...first]).toContain(id);
          const before = new Set(stood.map((item) => item.id));
          for (const id of shown) expect(before.has(id)).toBe(true);
        },
      ),
      HOW,
    );
  },
  LONG,
);

/** What the pill brings: the first page anew. */
async function firstOf(order: FeedOrder, actor: Actor, moved: Set<string>): Promise<string[]> {
  if (moved.size === 0) return [];
  return (await world.services.feed.page(actor, { order })).items.map((item) => item.id);
}
