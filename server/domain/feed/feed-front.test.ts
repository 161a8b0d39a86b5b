import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

let world: World;
let editor: Actor;
let reader: Actor;
beforeAll(async () => {
  world = await testWorld();
  editor = await world.build.actor({ role: 'administrator', grants: [{ kind: 'must_read' }] });
  reader = await world.build.actor();
});
afterAll(() => world.drop());

const posted = async (text: string) =>
  (await world.services.feed.publishPost(editor, { text, audienceId: EVERYONE_AUDIENCE_ID })).id;
const front = () => world.services.feed.front(reader);

/** The statements that a piece of work sends. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    // A connection that is opened meanwhile sets its time zone first.
    return sent.mock.calls
      .map(([statement]) => JSON.stringify(statement))
      .filter((text) => !text.includes('SET TIME ZONE'));
  } finally {
    sent.mockRestore();
  }
}

test('any number of links on top, on the page and below it are asked about in one statement; none in none', async () => {
  const { projects, feed, conversation } = world.services;
  const { slug } = await projects.createProject(editor, { name: 'Beta', leadId: editor.personId } as never);
  const target = `/posts/${await posted('Target')}`;
  const onTop = await posted(`[it](/projects/${slug})`);
  const commented = await posted(`[me](/people/${reader.handle})`);
  await feed.putOnTop(editor, onTop);
  await conversation.addComment(reader, { entryId: commented, text: `[it](${target})` });

  const shown = await front();
  expect(shown.top[0]?.entry?.preview).toMatchObject({ project: 'Beta' });
  const item = shown.feed.items.find(({ entry }) => entry?.id === commented);
  expect(item?.entry?.preview).toMatchObject({ kind: 'person' });
  expect(item?.comments[0]?.preview).toMatchObject({ words: 'Target' });

  const withLinks = await statementsOf(front);
  await world.db.entryBody.updateMany({ data: { link: null } });
  const without = await statementsOf(front);
  expect(withLinks.length - without.length).toBe(1);
  expect(without.filter((statement) => statement.includes('AS path'))).toEqual([]);
  expect(withLinks.filter((statement) => statement.includes('AS path'))).toHaveLength(1);
});
