import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { noticeSchema } from '#server/domain/statutory/notice.schema.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

// A Monday in Hamburg.
const NOW = new Date('2026-11-23T09:00:00Z');
let world: World;
let team: Team;
/** May post to everybody; Mara and the others may not. */
let editor: Actor;
beforeAll(async () => {
  world = await testWorld({ now: NOW });
  team = await buildTeam(world);
  editor = await world.build.actor({ grants: [{ kind: 'post_to_everyone' }, { kind: 'must_read' }] });
});
afterAll(() => world.drop());

const posted = async (text: string, author: Actor = team.admin, more: object = {}) =>
  (await world.services.feed.publishPost(author, { text, audienceId: EVERYONE_AUDIENCE_ID, ...more })).id;
const threadOf = (id: string, reader: Actor = team.jonas) => world.services.conversation.thread(reader, id);
/** What a reader is shown below a post that links to `address`. */
const shown = async (address: string, reader?: Actor) =>
  (await threadOf(await posted(`See ${address}`), reader)).entry.preview;
const atHouse = (path: string) => `https://flurfunk.test${path}`;
const ref = (person: Actor) => expect.objectContaining({ id: person.personId, name: person.displayName });

describe('of what a text links to, its reader is shown', () => {
  test('a post’s author, day and first words, with mentions by name and without its signs', async () => {
    const text = `**Hello** @${team.aylin.handle}, ${'a longer word '.repeat(20)}`;
    const id = await posted(text, editor);
    const preview = await shown(atHouse(`/posts/${id}?comment=1#comment-1`));
    expect(preview).toEqual({
      kind: 'post',
      href: `/posts/${id}`,
      author: ref(editor),
      whom: null,
      at: NOW.toISOString(),
      words: expect.stringMatching(/^Hello @Aylin Kaya, a longer word .* …$/),
      language: 'en',
    });
    expect(preview?.kind === 'post' && preview.words.length).toBeLessThanOrEqual(122);
  });

  test('a project’s health and lead; a status’ project, health and day', async () => {
    const { projects } = world.services;
    const project = { name: 'Atlas', leadId: team.mara.personId } as never;
    const { slug } = await projects.createProject(team.admin, project);
    expect(await shown(atHouse(`/projects/${slug}`))).toMatchObject({
      project: 'Atlas',
      health: null,
      lead: { name: team.mara.displayName },
    });
    const status = { health: 'at_risk', text: 'Late' } as never;
    const { entryId } = await projects.publishStatus(team.mara, slug, status);
    const expected = {
      kind: 'status',
      href: `/projects/${slug}/status/${entryId}`,
      project: 'Atlas',
      health: 'at_risk',
      at: NOW.toISOString(),
    };
    expect(await shown(atHouse(expected.href))).toEqual(expected);
    expect(await shown(atHouse(`/posts/${entryId}`))).toEqual(expected);
  });

  test('a person’s position and site; of somebody who left, neither', async () => {
    const leaver = await world.build.actor({ givenName: 'Lea', siteId: team.site.id });
    const [jonas, lea] = [`/people/${team.jonas.handle}`, `/people/${leaver.handle}`];
    expect(await shown(atHouse(jonas), team.mara)).toEqual({
      kind: 'person',
      href: jonas,
      person: ref(team.jonas),
      title: 'Developer',
      site: 'Hamburg',
      former: false,
    });
    await world.db.person.update({
      where: { id: leaver.personId },
      data: { endsOn: new Date('2026-11-23') },
    });
    expect(await shown(atHouse(lea))).toMatchObject({ former: true, title: null, site: null });
  });

  test('a pin’s kind, board and words', async () => {
    const { id } = await world.services.pinboard.placePin(team.jonas, {
      ownerId: team.mara.personId,
      kind: 'thanks',
      visibility: 'everyone',
      text: 'You saved the day',
    });
    const href = `/people/${team.mara.handle}/pins/${id}`;
    expect(await shown(atHouse(href), team.aylin)).toMatchObject({
      kind: 'pin',
      pin: 'thanks',
      href,
      author: ref(team.jonas),
      owner: { name: team.mara.displayName },
      words: 'You saved the day',
    });
  });

  test('a notice’s site and days, in their language where it can be', async () => {
    const notice = noticeSchema.parse({
      siteId: team.site.id,
      titleDe: 'Wahl',
      textDe: 'Im März.',
      titleEn: 'Election',
      textEn: 'In March.',
      validFrom: '2026-11-01',
      validUntil: '2026-12-31',
    });
    const { id } = await world.services.statutory.hang(team.operations, notice);
    const expected = { site: 'Hamburg', from: '2026-11-01', lastDay: '2026-12-31', withdrawn: false };
    const address = atHouse(`/notices/${id}`);
    expect(await shown(address)).toMatchObject({ ...expected, title: 'Election', language: 'en' });
    const german = { ...team.jonas, language: 'de' as const };
    expect(await shown(address, german)).toMatchObject({ title: 'Wahl', language: 'de' });
    await world.services.statutory.takeDown(team.operations, id);
    expect(await shown(address)).toMatchObject({ withdrawn: true });
  });

  test('names and words as they were written: signs are the page’s to escape', async () => {
    const name = '<img src=x onerror=alert(1)> \u202Egnirts\u202C';
    const { slug } = await world.services.projects.createProject(team.admin, {
      name,
      leadId: team.mara.personId,
    } as never);
    expect(await shown(atHouse(`/projects/${slug}`))).toMatchObject({ project: name });
    const id = await posted('שלום <b>world</b> & more');
    expect(await shown(atHouse(`/posts/${id}`))).toMatchObject({ words: 'שלום <b>world</b> & more' });
  });
});

describe('a preview', () => {
  test('is not kept: it goes when its page goes, and comes with the right to see it', async () => {
    const target = await posted('Soon gone');
    const { audienceId } = team.unit;
    await world.build.join(team.mara.personId, audienceId);
    const inUnit = await posted('For the unit', team.mara, { audienceId });
    const [a, b] = [
      await posted(`See ${atHouse(`/posts/${target}`)}`),
      await posted(`[it](/posts/${inUnit})`),
    ];
    expect((await threadOf(a)).entry.preview).toMatchObject({ words: 'Soon gone' });
    await world.services.conversation.deleteEntry(team.admin, target);
    expect((await threadOf(a)).entry.preview).toBeUndefined();
    expect((await threadOf(b, team.ronja)).entry.preview).toBeUndefined();
    await world.build.join(team.ronja.personId, audienceId);
    expect((await threadOf(b, team.ronja)).entry.preview).toMatchObject({ words: 'For the unit' });
  });

  test('tells who may not see its page nothing: the post reads as with an address that never was', async () => {
    const { audienceId } = team.unit;
    await world.build.join(team.mara.personId, audienceId);
    const secret = await posted('A secret word', team.mara, { audienceId });
    const never = secret.replace(/.{4}$/, '0000');
    const entryOf = async (target: string) => {
      const id = await posted(`See ${atHouse(`/posts/${target}`)}`);
      const { entry } = await threadOf(id, team.reader);
      return JSON.stringify(entry).replaceAll(id, '').replaceAll(target, '');
    };
    expect(await entryOf(secret)).toBe(await entryOf(never));
  });

  test('follows the wording: an edit gives it another page, or takes it away', async () => {
    const [one, two] = [await posted('One'), await posted('Two')];
    const id = await posted(`[a](/posts/${one})`);
    const edited = async (text: string) => {
      await world.services.conversation.editEntry(team.admin, { entryId: id, text });
      return (await threadOf(id)).entry.preview;
    };
    expect(await edited(`[a](/posts/${two}) [b](/posts/${one})`)).toMatchObject({ words: 'Two' });
    expect(await edited('No link')).toBeUndefined();
  });

  test('is that of the wording shown: each language may link elsewhere', async () => {
    const [one, two] = [await posted('One'), await posted('Two')];
    const id = await posted(`[a](/posts/${one})`, team.admin, { otherText: `[b](/posts/${two})` });
    expect((await threadOf(id)).entry.preview).toMatchObject({ words: 'One' });
    const german = { ...team.jonas, language: 'de' as const };
    expect((await threadOf(id, german)).entry.preview).toMatchObject({ words: 'Two' });
  });

  test('does not repeat what is passed on, or what is being read', async () => {
    const original = await posted('The original');
    const address = `[it](/posts/${original})`;
    const { id } = await world.services.feed.sharePost(editor, {
      entryId: original,
      audienceId: EVERYONE_AUDIENCE_ID,
      text: `Look at ${address}`,
    });
    const share = (await threadOf(id)).entry;
    expect([share.shared?.id, share.preview]).toEqual([original, undefined]);
    await world.services.conversation.addComment(team.jonas, { entryId: original, text: address });
    expect((await threadOf(original)).comments[0]?.preview).toBeUndefined();
  });

  test('stands below comments, and on a board below pins and answers', async () => {
    const target = await posted('Look here');
    const text = `[it](/posts/${target})`;
    const below = await posted('Talk');
    await world.services.conversation.addComment(team.jonas, { entryId: below, text });
    expect((await threadOf(below)).comments[0]?.preview).toMatchObject({ words: 'Look here' });
    const { pinboard } = world.services;
    const ownerId = team.mara.personId;
    const pin = { ownerId, kind: 'question', visibility: 'everyone', text } as const;
    const { id } = await pinboard.placePin(team.jonas, pin);
    await pinboard.answer(team.mara, { entryId: id, text });
    for (const view of [
      (await pinboard.board(team.aylin, ownerId)).pins[0],
      await pinboard.pin(team.aylin, id),
    ])
      expect([view?.entry.preview, view?.answers[0]?.preview]).toEqual([
        expect.objectContaining({ words: 'Look here' }),
        expect.objectContaining({ words: 'Look here' }),
      ]);
  });

  test('is not shown where a moderator has hidden the text', async () => {
    const id = await posted(`[it](/posts/${await posted('Look here')})`, editor);
    await world.services.conversation.hideEntry(team.admin, { entryId: id, reason: 'Rude' });
    for (const reader of [editor, team.admin, team.jonas])
      expect((await threadOf(id, reader)).entry.preview).toBeUndefined();
  });
});
