import { afterAll, beforeEach, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { findOldLinks, resumeOldLinks } from './find-old-links.ts';

const worlds: World[] = [];
let world: World;
let team: Team;
beforeEach(async () => {
  world = await testWorld();
  worlds.push(world);
  team = await buildTeam(world);
});
afterAll(async () => {
  for (const one of worlds) await one.drop();
});

const link = () => `/people/${team.mara.handle}`;
const post = async (text: string, more: object = {}) => {
  const input = { text, audienceId: EVERYONE_AUDIENCE_ID, ...more };
  return (await world.services.feed.publishPost(team.admin, input)).id;
};
const previewOf = async (id: string) =>
  (await world.services.conversation.thread(team.jonas, id)).entry.preview;
/** As everything was before links were kept. */
const forget = () => world.db.entryBody.updateMany({ data: { link: null } });

test('what was written before links were kept has its previews after the next start, in each language', async () => {
  const both = await post(`Ask [her](${link()})`, { otherText: `Frag sie: https://flurfunk.test${link()}` });
  const elsewhere = await post('See https://example.org/people/mara and people/mara');
  const thread = await post('Hello');
  await world.services.conversation.addComment(team.jonas, {
    entryId: thread,
    text: `See https://flurfunk.test${link()}`,
  });
  await forget();
  expect(await previewOf(both)).toBeUndefined();

  await resumeOldLinks(world.parts);
  expect(await previewOf(both)).toMatchObject({ kind: 'person', href: link() });
  expect(await world.db.entryBody.count({ where: { entryId: both, link: link() } })).toBe(2);
  const { comments } = await world.services.conversation.thread(team.mara, thread);
  expect(comments[0]?.preview).toMatchObject({ kind: 'person', href: link() });
  expect(await world.db.entryBody.count({ where: { entryId: elsewhere, link: null } })).toBe(1);

  // Once: what later is without link stays so.
  await forget();
  await resumeOldLinks(world.parts);
  expect(await world.db.entryBody.count({ where: { link: { not: null } } })).toBe(0);
});

test('it goes on where it was stopped, and two that do it at once do it once', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 5; n++) ids.push(await post(`No ${n}: [Mara](${link()})`));
  await forget();
  const found = async () => (await Promise.all(ids.map(previewOf))).map((preview) => preview !== undefined);
  expect(await findOldLinks(world.parts, 2)).toBe(false);
  expect(await found()).toEqual([true, true, false, false, false]);

  // Looked at already: after a stop it does not begin again.
  await world.db.entryBody.updateMany({ where: { entryId: ids[0] ?? '' }, data: { link: null } });
  await Promise.all([findOldLinks(world.parts, 2), findOldLinks(world.parts, 2)]);
  expect(await found()).toEqual([false, true, true, true, true]);
  expect(await findOldLinks(world.parts, 2)).toBe(true);
});
