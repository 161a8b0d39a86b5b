import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { createAudience } from '#server/domain/audience/create-audience.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { createLiveGate } from '#server/domain/live/live-gate.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';

// What was deleted, hidden or written for others must not come out by any address, however its id was learnt.
let world: World;
let team: Team;
beforeAll(async () => {
  world = await testWorld();
  team = await buildTeam(world);
});
afterAll(() => world.drop());

const services = () => world.services;
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'given',
    (error: { code: string }) => error.code,
  );

/** Every way to an entry, with what each gives to this reader. */
async function ways(reader: Actor, entryId: string): Promise<Record<string, string>> {
  const { conversation, pinboard } = services();
  const gate = createLiveGate(world.parts, () => null);
  const saved = await conversation.entryViews(reader, [entryId]);
  return {
    permalink: await code(conversation.thread(reader, entryId)),
    history: await code(conversation.history(reader, entryId)),
    react: await code(conversation.toggleReaction(reader, { entryId, emoji: '👍' })),
    comment: await code(conversation.addComment(reader, { entryId, text: 'And?' })),
    report: await code(conversation.reportEntry(reader, { entryId, reason: 'Look' })),
    pin: await code(pinboard.pin(reader, entryId)),
    list: saved.size > 0 ? 'given' : 'not_found',
    live: (await gate.mayJoin(reader, `thread:${entryId}`)) ? 'given' : 'not_found',
  };
}

const closed = {
  permalink: 'not_found',
  history: 'not_found',
  react: 'not_found',
  comment: 'not_found',
  report: 'not_found',
  pin: 'not_found',
  list: 'not_found',
  live: 'not_found',
};

async function post(author: Actor, text: string, audienceId: string): Promise<string> {
  await world.build.join(author.personId, audienceId);
  return (await services().feed.publishPost(author, { text, audienceId, intent: 'information' })).id;
}

describe('a closed audience', () => {
  test('keeps every way shut to an employee, a reader, an external and an administrator; open to its members', async () => {
    const audienceId = await world.db.$transaction((tx) =>
      createAudience(tx, world.parts, { kind: 'project', open: false }),
    );
    const id = await post(team.mara, 'Only for us', audienceId);
    for (const outsider of [team.ronja, team.reader, team.external, team.operations, team.admin])
      expect(await ways(outsider, id)).toEqual(closed);
    await world.build.join(team.jonas.personId, audienceId);
    expect(await ways(team.jonas, id)).toMatchObject({ permalink: 'given', comment: 'given', live: 'given' });
    // Who is in it is told to nobody outside.
    await world.settle();
    const mentioned = async (who: Actor) => services().search.suggestPeople(who, 'jonas', audienceId);
    expect(await mentioned(team.mara)).toHaveLength(1);
    expect(await mentioned(team.ronja)).toEqual([]);
  });
});

describe('below a deleted post', () => {
  test('nothing is left to read, not even for those who know the comment’s id', async () => {
    const id = await post(team.mara, 'Too early', team.unit.audienceId);
    const { conversation } = services();
    const comment = await conversation.addComment(team.jonas, { entryId: id, text: 'Salaries, really?' });
    expect(await ways(team.aylin, comment.id)).toMatchObject({ permalink: 'given', history: 'given' });
    await conversation.deleteEntry(team.mara, id);
    expect(await ways(team.aylin, comment.id)).toEqual(closed);
    expect(await code(conversation.history(team.jonas, comment.id))).toBe('not_found');
    await conversation.undoDelete(team.mara, id);
    expect(await code(conversation.thread(team.aylin, comment.id))).toBe('given');
  });
});

describe('a pin that the owner of the board took out of sight', () => {
  test('is left to its author and the owner, with all that was said to it', async () => {
    const { conversation, pinboard } = services();
    const pin = await pinboard.placePin(team.ronja, {
      ownerId: team.mara.personId,
      kind: 'note',
      visibility: 'everyone',
      text: 'Your old plan',
    });
    const comment = await conversation.addComment(team.jonas, { entryId: pin.id, text: 'Which one?' });
    await pinboard.hide(team.mara, pin.id);
    expect(await ways(team.jonas, pin.id)).toEqual(closed);
    expect(await ways(team.aylin, comment.id)).toEqual(closed);
    for (const who of [team.ronja, team.mara]) {
      expect(await code(pinboard.pin(who, pin.id))).toBe('given');
      expect(await code(conversation.thread(who, pin.id))).toBe('given');
    }
  });
});

describe('what a moderator has hidden', () => {
  test('is said by no notice and no history', async () => {
    const { conversation, notifications } = services();
    const id = await post(team.mara, 'Hello', team.unit.audienceId);
    const comment = await conversation.addComment(team.aylin, { entryId: id, text: 'A secret word' });
    await world.settle();
    const excerpts = async () => (await notifications.list(team.mara)).items.map((item) => item.excerpt);
    expect(await excerpts()).toContain('A secret word');
    await conversation.reportEntry(team.mara, { entryId: comment.id, reason: 'Confidential' });
    await conversation.hideEntry(team.admin, { entryId: comment.id, reason: 'Confidential' });
    await world.settle();
    expect(await excerpts()).not.toContain('A secret word');
    expect(await conversation.history(team.jonas, comment.id)).toEqual([]);
    const thread = await conversation.thread(team.jonas, id);
    expect(JSON.stringify(thread)).not.toContain('A secret word');
  });

  test('is decided by others where it is the moderator’s own, and who said it stays unknown to them', async () => {
    const { conversation } = services();
    const id = await post(team.admin, 'My view', team.unit.audienceId);
    await conversation.reportEntry(team.mara, { entryId: id, reason: 'Not nice' });
    const queue = await conversation.moderationQueue(team.admin);
    expect(queue.items.map((item) => item.entry.id)).not.toContain(id);
    expect(await code(conversation.dismissReports(team.admin, { entryId: id, reason: 'Fine' }))).toBe(
      'forbidden',
    );
    const other = await world.build.actor({ role: 'administrator' });
    expect((await conversation.moderationQueue(other)).items.map((item) => item.entry.id)).toContain(id);
    await conversation.hideEntry(other, { entryId: id, reason: 'Not nice' });
    expect(await code(conversation.restoreEntry(team.admin, { entryId: id, reason: 'Fine' }))).toBe(
      'forbidden',
    );
    expect(await code(conversation.restoreEntry(other, { entryId: id, reason: 'Fine' }))).toBe('given');
  });

  test('a status keeps its dates and says nothing', async () => {
    const { projects, conversation, feed } = services();
    const { slug } = await projects.createProject(team.admin, {
      name: 'Atlas',
      leadId: team.mara.personId,
    } as never);
    await projects.publishStatus(team.mara, slug, {
      health: 'at_risk',
      text: 'Late',
      blockers: 'The supplier is bankrupt',
      helpWanted: 'A lawyer',
    } as never);
    await world.settle();
    const { entryIds } = await projects.statusHistory(team.ronja, slug);
    const [entryId = ''] = entryIds;
    expect((await projects.status(team.ronja, slug, entryId)).blockers?.text).toBe(
      'The supplier is bankrupt',
    );
    await conversation.hideEntry(team.admin, { entryId, reason: 'Confidential' });
    const view = await projects.status(team.ronja, slug, entryId);
    expect([view.blockers, view.helpWanted, view.health]).toEqual([null, null, 'at_risk']);
    const { entry } = await conversation.thread(team.ronja, entryId);
    expect(JSON.stringify(await feed.ofEntry(team.ronja, entry))).not.toContain('bankrupt');
  });
});

describe('live rooms', () => {
  test('an audience is heard only while it may be read, whatever is still subscribed to', async () => {
    const audienceId = await world.db.$transaction((tx) =>
      createAudience(tx, world.parts, { kind: 'project', open: false }),
    );
    await world.build.join(team.jonas.personId, audienceId);
    const gate = createLiveGate(world.parts, () => null);
    expect(await gate.roomsOf(team.jonas)).toContain(`audience:${audienceId}`);
    await world.db.audienceMembership.updateMany({
      where: { audienceId },
      data: { validFrom: new Date('2020-01-01'), validTo: new Date('2020-02-01') },
    });
    expect(await gate.roomsOf(team.jonas)).not.toContain(`audience:${audienceId}`);
    expect(await gate.roomsOf(team.jonas)).toContain(`audience:${EVERYONE_AUDIENCE_ID}`);
  });
});
