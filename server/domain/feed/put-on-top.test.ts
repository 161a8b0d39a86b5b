import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

let world: World;
let site: { id: string; audienceId: string };
let editor: Actor;
let reader: Actor;
let elsewhere: Actor;
let id: string;

beforeEach(async () => {
  world = await testWorld({ now: new Date('2026-11-23T08:00:00Z') });
  site = await world.build.site({ name: 'Hamburg' });
  const other = await world.build.site({ name: 'Rostock' });
  editor = await world.build.actor({ siteId: site.id, grants: [{ kind: 'must_read' }] });
  reader = await world.build.actor({ siteId: site.id });
  elsewhere = await world.build.actor({ siteId: other.id });
  id = (await world.services.feed.publishPost(reader, { text: 'Fire drill', audienceId: site.audienceId }))
    .id;
});
afterEach(() => world.drop());

const top = async (actor: Actor) =>
  (await world.services.feed.front(actor)).top.map(({ entry, onTop }) => [entry?.id, onTop?.until]);
const mayPut = async (actor: Actor) => (await world.services.feed.page(actor)).items[0]?.mayPutOnTop ?? false;

describe('a post on top', () => {
  test('stands there a week, for all whom it reaches, and says who put it there', async () => {
    await world.services.feed.putOnTop(editor, id);
    expect(await top(reader)).toEqual([[id, '2026-11-30T08:00:00.000Z']]);
    expect((await world.services.feed.front(reader)).top[0]?.onTop?.by.id).toBe(editor.personId);
    expect(await top(elsewhere)).toEqual([]);
    world.clock.set(new Date('2026-11-30T08:00:00Z'));
    expect(await top(reader)).toEqual([]);
  });

  test('is taken off, and goes with what it is when that is deleted', async () => {
    await world.services.feed.putOnTop(editor, id);
    await world.services.feed.takeOffTop(editor, id);
    expect(await top(reader)).toEqual([]);
    await world.services.feed.putOnTop(editor, id);
    await world.services.conversation.deleteEntry(reader, id);
    await world.settle();
    expect(await top(reader)).toEqual([]);
  });

  test('says on its own page, too, by whom and until when, and offers it there to whoever may', async () => {
    const admin = await world.build.actor({ role: 'administrator', siteId: site.id });
    const alone = async (actor: Actor) => {
      const { entry } = await world.services.conversation.thread(actor, id);
      const { onTop, mayPutOnTop } = await world.services.feed.ofEntry(actor, entry);
      return { by: onTop?.by.id, until: onTop?.until, mayPutOnTop };
    };
    expect(await alone(reader)).toEqual({});
    expect(await alone(editor)).toEqual({ mayPutOnTop: true });
    await world.services.feed.putOnTop(editor, id);
    const stands = { by: editor.personId, until: '2026-11-30T08:00:00.000Z' };
    expect(await alone(reader)).toEqual(stands);
    expect(await alone(editor)).toEqual({ ...stands, mayPutOnTop: true });
    world.clock.set(new Date('2026-11-30T08:00:00Z'));
    expect(await alone(editor)).toEqual({ mayPutOnTop: true });
    await world.services.feed.putOnTop(editor, id);
    await world.services.conversation.hideEntry(admin, { entryId: id, reason: 'Wrong day' });
    expect(await alone(editor)).toEqual({});
  });

  test('is known as such in every list to whoever may take it off, and to nobody else', async () => {
    const { byPerson, inAudience, page, saved } = world.services.feed;
    const lists = async (actor: Actor) => {
      const all = [
        byPerson(actor, reader.personId),
        inAudience(actor, site.audienceId),
        page(actor),
        saved(actor),
      ];
      return (await Promise.all(all)).map(
        ({ items }) => items.find(({ entry }) => entry?.id === id)?.standsOnTop,
      );
    };
    const other = { text: 'Not on top', audienceId: site.audienceId };
    await world.services.feed.publishPost(reader, other);
    for (const actor of [editor, reader]) await world.services.conversation.toggleSaved(actor, id);
    const nowhere = [undefined, undefined, undefined, undefined];
    expect(await lists(editor)).toEqual(nowhere);
    await world.services.feed.putOnTop(editor, id);
    expect(await lists(editor)).toEqual([true, true, true, true]);
    expect(await lists(reader)).toEqual(nowhere);
    expect((await page(editor)).items.filter((item) => item.standsOnTop)).toHaveLength(1);
    world.clock.set(new Date('2026-11-30T08:00:00Z'));
    expect(await lists(editor)).toEqual(nowhere);
  });

  test('needs the right to demand reading there, also of its author', async () => {
    expect([await mayPut(editor), await mayPut(reader)]).toEqual([true, false]);
    for (const act of [world.services.feed.putOnTop, world.services.feed.takeOffTop]) {
      await expect(act(reader, id)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(act(elsewhere, id)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
