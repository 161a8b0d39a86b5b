import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mayRead } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { absenceInput, workingHoursInput } from '#server/domain/people/people.schema.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { boardSql } from './board.queries.ts';
import { pinInput } from './pinboard.schema.ts';

let world: World;
let team: Team;
/** A Monday at ten in Hamburg. */
const MONDAY = new Date('2026-11-16T09:00:00Z');
type Who = 'leyla' | 'aylin' | 'mara' | 'jonas' | 'ronja' | 'admin' | 'operations' | 'reader' | 'external';

beforeAll(async () => {
  world = await testWorld({ now: MONDAY });
  team = await buildTeam(world);
});
afterAll(() => world.drop());

/** Told as a thing of the past, which is not counted against the hourly limit. */
function place(actor: Actor, input: Record<string, string> = {}) {
  const given = { ownerId: team.mara.personId, text: 'Which printer takes 76 mm rolls?', ...input };
  return world.services.pinboard.placePin(actor, {
    ...pinInput.parse(given),
    publishedAt: world.clock.now(),
  });
}

const sees = async (who: Who, pinId: string) =>
  world.services.pinboard.pin(team[who], pinId).then(
    () => true,
    () => false,
  );

const onBoard = async (who: Who, pinId: string) => {
  const board = await world.services.pinboard.board(team[who], team.mara.personId);
  return [...board.top, ...board.pins].some((pin) => pin.entry.id === pinId);
};

describe('who may leave something on Mara’s board', () => {
  test.each<[Who, string]>([
    ['ronja', 'placed'],
    ['jonas', 'placed'],
    ['aylin', 'placed'],
    ['admin', 'placed'],
    ['operations', 'placed'],
    ['mara', 'forbidden'],
    ['reader', 'forbidden'],
    ['external', 'not_found'],
  ])('%s: %s', async (who, expected) => {
    const outcome = await place(team[who], { kind: 'note', text: `From ${who}` }).then(
      () => 'placed',
      (error: { code: string }) => error.code,
    );
    expect(outcome).toBe(expected);
  });

  test('an external who shares a project may write to the two only', async () => {
    for (const who of [team.external, team.leyla])
      await world.build.join(who.personId, team.other.audienceId);
    const ownerId = team.leyla.personId;
    await expect(place(team.external, { ownerId, visibility: 'everyone' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(place(team.external, { ownerId })).resolves.toBeDefined();
  });

  test('left out, the visibility discloses least; 500 characters are the most', () => {
    const ownerId = team.mara.personId;
    expect(pinInput.parse({ ownerId, text: 'Hello' }).visibility).toBe('two');
    expect(pinInput.safeParse({ ownerId, text: 'x'.repeat(501) }).success).toBe(false);
    expect(pinInput.safeParse({ ownerId, text: `${'x'.repeat(498)}\r\ny` }).success).toBe(true);
    expect(pinInput.safeParse({ ownerId, text: ' \n ' }).success).toBe(false);
  });

  test('the same key pins once', async () => {
    const first = await place(team.ronja, { idempotencyKey: 'k1' });
    expect(await place(team.ronja, { idempotencyKey: 'k1' })).toEqual(first);
  });

  test('too many within the hour are refused', async () => {
    const eager = await world.build.actor({});
    const input = pinInput.parse({ ownerId: team.mara.personId, kind: 'note', text: 'Me again' });
    const pin = () => world.services.pinboard.placePin(eager, input);
    for (let n = 0; n < 8; n++) await pin();
    await expect(pin()).rejects.toMatchObject({ code: 'rate_limited' });
    world.clock.advance(61 * 60_000);
    await expect(pin()).resolves.toBeDefined();
    world.clock.set(MONDAY);
  });
});

describe('who sees a pin', () => {
  const table: Record<'everyone' | 'unit' | 'two', Who[]> = {
    everyone: ['mara', 'ronja', 'jonas', 'aylin', 'leyla', 'admin', 'operations', 'reader'],
    unit: ['mara', 'ronja', 'jonas', 'aylin'],
    two: ['mara', 'ronja'],
  };
  const everybody: Who[] = [...table.everyone, 'external'];

  test.each(['everyone', 'unit', 'two'] as const)('for %s', async (visibility) => {
    const { id } = await place(team.ronja, { kind: 'note', visibility });
    for (const who of everybody) {
      const expected = table[visibility].includes(who);
      expect([who, await sees(who, id)]).toEqual([who, expected]);
      if (who !== 'external') expect([who, await onBoard(who, id)]).toEqual([who, expected]);
    }
  });

  test('for everyone it is delivered to the owner’s unit, for the two to the two', async () => {
    const audienceOf = async (visibility: string) => {
      const { id } = await place(team.jonas, { kind: 'thanks', visibility });
      return (await world.db.entry.findUniqueOrThrow({ where: { id } })).audienceId;
    };
    expect(await audienceOf('everyone')).toBe(team.unit.boardAudienceId);
    expect(await audienceOf('unit')).toBe(team.unit.audienceId);
    const pair = await audienceOf('two');
    const delivered = await world.db.subscription.findMany({ where: { audienceId: pair } });
    expect(delivered.map((one) => one.personId).sort()).toEqual(
      [team.jonas.personId, team.mara.personId].sort(),
    );
    expect(await mayRead(world.db, team.aylin, pair)).toBe(false);
  });
});

describe('a question', () => {
  test('is due after eight working hours, reminded at half time', async () => {
    const { id } = await place(team.ronja);
    const question = await world.db.question.findUniqueOrThrow({ where: { entryId: id } });
    // Ten to five on Monday are seven hours; the eighth ends at nine on Tuesday.
    expect(question.dueAt.toISOString()).toBe('2026-11-17T08:00:00.000Z');
    expect(question.remindAt?.toISOString()).toBe('2026-11-16T13:00:00.000Z');
    expect(question).toMatchObject({ answererId: team.mara.personId, state: 'open' });
  });

  test('is due within the hours of whoever works at night', async () => {
    const hours = { workday: ['1', '2', '3', '4'], start: '22:00', end: '06:00' };
    const { people } = world.services;
    await people.saveWorkingHours(team.mara, team.mara.personId, workingHoursInput.parse(hours));
    const { id } = await place(team.ronja);
    const question = await world.db.question.findUniqueOrThrow({ where: { entryId: id } });
    expect(question.dueAt.toISOString()).toBe('2026-11-17T05:00:00.000Z');
    await expect(people.saveWorkingHours(team.jonas, team.mara.personId, null)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const seen = async (who: Who) => (await people.profile(team[who], team.mara.handle)).hours?.startMinute;
    expect([await seen('jonas'), await seen('ronja'), await seen('admin')]).toEqual([
      1320,
      undefined,
      undefined,
    ]);
    await people.saveWorkingHours(team.mara, team.mara.personId, null);
    expect(await seen('mara')).toBeUndefined();
  });

  test('is answered by the owner, once', async () => {
    const { pinboard } = world.services;
    const { id } = await place(team.ronja, { visibility: 'everyone' });
    await expect(pinboard.answer(team.jonas, { entryId: id, text: 'Me?' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await pinboard.answer(team.mara, { entryId: id, text: 'The **second** one.' });
    const pin = await pinboard.pin(team.aylin, id);
    expect(pin.question?.state).toBe('answered');
    expect(pin.answers[0]?.html).toContain('<strong>second</strong>');
    await expect(pinboard.answer(team.mara, { entryId: id, text: 'Again' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('waits again when its answer is taken back', async () => {
    const { pinboard, conversation } = world.services;
    const { id } = await place(team.ronja);
    const answer = await pinboard.answer(team.mara, { entryId: id, text: 'No.' });
    await conversation.deleteEntry(team.mara, answer.id);
    await world.settle();
    expect((await pinboard.pin(team.ronja, id)).question?.state).toBe('open');
  });

  test('may be declined, and answered later all the same', async () => {
    const { pinboard } = world.services;
    const { id } = await place(team.ronja);
    await expect(pinboard.decline(team.ronja, id)).rejects.toMatchObject({ code: 'forbidden' });
    await pinboard.decline(team.mara, id);
    expect((await pinboard.pin(team.ronja, id)).question?.state).toBe('declined');
    await pinboard.answer(team.mara, { entryId: id, text: 'After all' });
    expect((await pinboard.pin(team.ronja, id)).question?.state).toBe('answered');
  });

  test('goes to the deputy when its time is over, and expires when nobody answers', async () => {
    const { pinboard } = world.services;
    const follow = async (at: string) => {
      world.clock.set(new Date(at));
      await world.jobs.run('pinboard.follow-up-questions');
      await world.settle();
    };
    const { id } = await place(team.ronja, { visibility: 'everyone' });
    const question = () => world.db.question.findUniqueOrThrow({ where: { entryId: id } });
    const away = { from: new Date('2026-11-17'), until: new Date('2026-11-30') };
    const deputy = { personId: team.mara.personId, deputyId: team.jonas.personId };
    const { id: absence } = await world.db.absence.create({
      data: { id: world.parts.ids.next(), ...deputy, ...away },
    });
    await follow('2026-11-16T13:05:00Z');
    expect(await question()).toMatchObject({ remindAt: null, escalatedAt: null, state: 'open' });
    await follow('2026-11-17T08:05:00Z');
    expect(await question()).toMatchObject({ answererId: team.jonas.personId, state: 'open' });
    expect((await pinboard.pin(team.jonas, id)).abilities.answer).toBe(true);
    await follow('2026-11-18T16:00:00Z');
    expect(await question()).toMatchObject({ state: 'expired' });
    expect((await pinboard.pin(team.ronja, id)).question?.state).toBe('expired');
    // That it is late is nobody else's business.
    expect((await pinboard.pin(team.aylin, id)).question?.state).toBe('open');
    await world.db.absence.delete({ where: { id: absence } });
    world.clock.set(MONDAY);
  });

  test('its lateness is shown to those whom it concerns and to nobody else', async () => {
    const { pinboard } = world.services;
    const { id } = await place(team.ronja, { visibility: 'everyone' });
    world.clock.set(new Date('2026-11-20T09:00:00Z'));
    const shown = async (who: Who) => {
      const { question } = await pinboard.pin(team[who], id);
      return [question?.overdue, question?.dueAt !== null];
    };
    expect(await shown('ronja')).toEqual([true, true]);
    expect(await shown('mara')).toEqual([true, true]);
    for (const who of ['aylin', 'admin', 'operations', 'jonas'] as const) {
      expect([who, await shown(who)]).toEqual([who, [false, false]]);
    }
    world.clock.set(MONDAY);
  });
});

describe('while the owner is away', () => {
  beforeAll(async () => {
    const absence = absenceInput.parse({
      from: '2026-11-16',
      until: '2026-11-19',
      deputy: team.jonas.handle,
    });
    await world.services.people.setAbsence(team.mara, team.mara.personId, absence);
  });
  afterAll(() => world.db.absence.deleteMany());

  const answererOf = async (id: string) =>
    (await world.db.question.findUniqueOrThrow({ where: { entryId: id } })).answererId;

  test('the deputy is asked at once, may read and may answer', async () => {
    const { pinboard } = world.services;
    const board = await pinboard.board(team.ronja, team.mara.personId);
    expect(board.standIn).toMatchObject({ person: { name: 'Jonas Böttger' }, as: 'deputy' });
    const { id } = await place(team.ronja);
    expect(await answererOf(id)).toBe(team.jonas.personId);
    expect(await onBoard('jonas', id)).toBe(true);
    expect(await sees('aylin', id)).toBe(false);
    expect((await pinboard.questionsForMe(team.jonas)).pins.map((pin) => pin.entry.id)).toContain(id);
    await pinboard.answer(team.jonas, { entryId: id, text: 'The left one.' });
    expect((await pinboard.pin(team.ronja, id)).answers[0]?.author.name).toBe('Jonas Böttger');
  });

  test('a deputy who asks is skipped for the manager', async () => {
    expect(await answererOf((await place(team.jonas)).id)).toBe(team.aylin.personId);
  });

  test('a deputy who is away too is skipped; with nobody left it waits until the owner is back', async () => {
    const away = absenceInput.parse({ from: '2026-11-16', until: '2026-11-20', deputy: '' });
    await world.services.people.setAbsence(team.jonas, team.jonas.personId, away);
    expect(await answererOf((await place(team.ronja)).id)).toBe(team.aylin.personId);
    const { id } = await place(team.aylin);
    const question = await world.db.question.findUniqueOrThrow({ where: { entryId: id } });
    expect(question.answererId).toBe(team.mara.personId);
    // Back on Thursday at eight; eight working hours later it is four.
    expect(question.dueAt.toISOString()).toBe('2026-11-19T15:00:00.000Z');
  });
});

describe('the owner', () => {
  test('hides and shows, but reads no other words into it', async () => {
    const { pinboard, conversation } = world.services;
    const { id } = await place(team.ronja, { kind: 'note', visibility: 'everyone' });
    await pinboard.hide(team.mara, id);
    expect(await onBoard('aylin', id)).toBe(false);
    expect(await onBoard('ronja', id)).toBe(true);
    const hidden = await pinboard.pin(team.mara, id);
    expect(hidden.hiddenByOwner).toBe(true);
    expect(hidden.entry.html).not.toBe('');
    await pinboard.show(team.mara, id);
    expect(await onBoard('aylin', id)).toBe(true);
    await expect(conversation.editEntry(team.mara, { entryId: id, text: 'Mine' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await conversation.hideEntry(team.admin, { entryId: id, reason: 'Insult' });
    expect((await pinboard.pin(team.mara, id)).entry.html).toBe('');
    await expect(pinboard.show(team.mara, id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test.each<[Who, boolean]>([
    ['mara', true],
    ['ronja', false],
    ['jonas', false],
    ['admin', false],
    ['operations', false],
    ['reader', false],
    ['external', false],
  ])('acts on the board as %s: %s', async (who, allowed) => {
    const { id } = await place(team.aylin, { kind: 'note', visibility: 'everyone', text: `As ${who}` });
    const { pinboard } = world.services;
    for (const act of [
      pinboard.keepOnTop,
      pinboard.keepOnTop,
      pinboard.hide,
      pinboard.show,
      pinboard.remove,
    ]) {
      const outcome = act(team[who], id).then(
        () => true,
        () => false,
      );
      expect(await outcome).toBe(allowed);
    }
  });

  test('takes off and puts back within ten minutes; the author cannot', async () => {
    const { pinboard, conversation } = world.services;
    const { id } = await place(team.jonas, { kind: 'note', visibility: 'everyone' });
    await pinboard.remove(team.mara, id);
    expect(await sees('ronja', id)).toBe(false);
    await expect(conversation.undoDelete(team.jonas, id)).rejects.toMatchObject({ code: 'forbidden' });
    await pinboard.undoRemove(team.mara, id);
    expect(await sees('ronja', id)).toBe(true);
    await pinboard.remove(team.mara, id);
    world.clock.advance(11 * 60_000);
    await expect(pinboard.undoRemove(team.mara, id)).rejects.toMatchObject({ code: 'gone' });
    world.clock.set(MONDAY);
  });

  test('switches the board off: others see nothing and place nothing', async () => {
    const { pinboard } = world.services;
    await pinboard.switchBoard(team.mara, true);
    expect(await pinboard.mayViewBoard(team.ronja, team.mara.personId)).toBe(false);
    expect((await pinboard.board(team.ronja, team.mara.personId)).pins).toEqual([]);
    expect((await pinboard.board(team.mara, team.mara.personId)).pins.length).toBeGreaterThan(0);
    await expect(place(team.leyla)).rejects.toMatchObject({ details: { message: 'pinboard.refusedOff' } });
    await pinboard.switchBoard(team.mara, false);
    expect(await pinboard.mayViewBoard(team.ronja, team.mara.personId)).toBe(true);
    expect(await pinboard.mayViewBoard(team.external, team.mara.personId)).toBe(false);
  });

  test('blocks a person and lets them back', async () => {
    const { pinboard } = world.services;
    await pinboard.block(team.mara, team.leyla.personId);
    await expect(place(team.leyla)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await pinboard.mySettings(team.mara)).blocked.map((one) => one.name)).toEqual(['Leyla Demir']);
    await pinboard.unblock(team.mara, team.leyla.personId);
    await expect(place(team.leyla)).resolves.toBeDefined();
  });
});

describe('the author', () => {
  test('edits with history, up to 500 characters', async () => {
    const { pinboard, conversation } = world.services;
    const { id } = await place(team.leyla, { kind: 'note', text: 'First' });
    await conversation.editEntry(team.leyla, { entryId: id, text: 'Second' });
    expect((await pinboard.pin(team.mara, id)).entry.editedAt).not.toBeNull();
    expect((await conversation.history(team.mara, id)).map((one) => one.text)).toEqual(['Second', 'First']);
    const long = conversation.editEntry(team.leyla, { entryId: id, text: 'x'.repeat(501) });
    await expect(long).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('live', () => {
  test('whoever has the board open is told that it changed, never what was written', async () => {
    await world.settle();
    world.emitted.length = 0;
    const { id } = await place(team.leyla, { kind: 'note', text: 'Geheim' });
    await world.settle();
    const told = world.emitted.filter(({ room }) => room === `board:${team.mara.personId}`);
    expect(told).toEqual([
      {
        room: `board:${team.mara.personId}`,
        message: { kind: 'board.changed', ownerId: team.mara.personId, entryId: id, placed: true },
      },
    ]);
    expect(JSON.stringify(world.emitted)).not.toContain('Geheim');
  });
});

describe('a board of ten thousand pins', () => {
  let owner: Actor;
  beforeAll(async () => {
    owner = await world.build.actor({ givenName: 'Busy', familyName: 'Board' });
    await world.db.$executeRaw`
      WITH made AS (
        SELECT gen_random_uuid() AS id, n,
          CASE WHEN n % 100 = 0 THEN 'everyone' WHEN n % 2 = 0 THEN 'unit' ELSE 'two' END AS visibility,
          CASE WHEN n % 100 = 0 THEN ${team.unit.boardAudienceId}::uuid ELSE ${team.unit.audienceId}::uuid END AS audience_id
        FROM generate_series(1, 10000) n),
      entries AS (
        INSERT INTO entry (id, kind, author_id, audience_id, state, language, published_at)
        SELECT id, 'pin', ${team.leyla.personId}::uuid, audience_id, 'published', 'en',
          '2026-01-01'::timestamptz + n * interval '1 minute' FROM made RETURNING id),
      bodies AS (
        INSERT INTO entry_body (entry_id, revision, language, source, html, written_by_id)
        SELECT id, 1, 'en', 'Pin ' || n, '<p>Pin ' || n || '</p>', ${team.leyla.personId}::uuid FROM made)
      INSERT INTO pin (entry_id, owner_id, author_id, audience_id, kind, visibility, published_at)
      SELECT id, ${owner.personId}::uuid, ${team.leyla.personId}::uuid, audience_id, 'note', visibility::pin_visibility,
        '2026-01-01'::timestamptz + n * interval '1 minute' FROM made`;
    await world.db.$executeRaw`ANALYZE entry`;
    await world.db.$executeRaw`ANALYZE pin`;
  });

  test('is read by keyset without gaps or doubles', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const board = await world.services.pinboard.board(team.ronja, owner.personId, after);
      seen.push(...board.pins.map((pin) => pin.entry.id));
      after = board.next;
    } while (after);
    expect(seen).toHaveLength(100);
    expect(new Set(seen).size).toBe(100);
  });

  test.each<[string, () => Actor]>([
    ['somebody of another unit, for whom little of it is', () => team.ronja],
    ['somebody of the unit for which half of it is', () => team.jonas],
    ['somebody who wrote all of it', () => team.leyla],
    ['the owner', () => owner],
  ])('for %s touches about a page of rows', async (_, reader) => {
    const rows = await world.db.$queryRaw<Record<string, string>[]>(
      Prisma.sql`EXPLAIN (ANALYZE, FORMAT TEXT) ${boardSql(reader(), owner.personId, null)}`,
    );
    const plan = rows.map((row) => Object.values(row)[0]).join('\n');
    expect(plan).toMatch(/pin_by_owner/);
    expect(plan).not.toMatch(/Seq Scan on (pin|entry)/);
    const read = [...plan.matchAll(/on pin p(?:_\d+)? .*actual .*rows=(\d+)/g)].map((match) =>
      Number(match[1]),
    );
    expect(Math.max(...read)).toBeLessThan(60);
    const passedOver = [...plan.matchAll(/Rows Removed by Filter: (\d+)/g)].map((match) => Number(match[1]));
    expect(Math.max(0, ...passedOver)).toBeLessThan(60);
  });
});
