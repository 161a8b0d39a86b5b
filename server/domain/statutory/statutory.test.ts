import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { noticeSchema } from './notice.schema.ts';

let world: World;
let hamburg: { id: string };
let rostock: { id: string };
let council: Actor;
let reader: Actor;
let partner: Actor;

beforeEach(async () => {
  world = await testWorld({ now: new Date('2026-11-27T09:00:00Z') });
  hamburg = await world.build.site({ name: 'Hamburg' });
  rostock = await world.build.site({ name: 'Rostock' });
  const office = [{ kind: 'speak_for' as const, scope: 'office' as const, scopeId: hamburg.id }];
  council = await world.build.actor({ siteId: hamburg.id, grants: office });
  reader = await world.build.actor({ siteId: hamburg.id });
  partner = await world.build.actor({ siteId: hamburg.id, kind: 'external' });
});
afterEach(() => world.drop());

const hang = (extra: object = {}, actor = council) =>
  world.services.statutory.hang(
    actor,
    noticeSchema.parse({
      titleDe: 'Wahl',
      textDe: '**Am 9. März** wird gewählt.',
      validFrom: '2026-11-01',
      ...extra,
    }),
  );
const titles = async (actor: Actor, options: { site?: string; past?: boolean } = {}) =>
  (await world.services.statutory.board(actor, options)).notices.map((notice) => notice.title);

describe('a statutory notice', () => {
  test('hangs at its site for everybody there, at all sites without one, in one’s own language where it can', async () => {
    const { id } = await hang({ siteId: hamburg.id, titleEn: 'Election', textEn: 'On 9 March.' });
    await hang({ titleDe: 'Für alle' });
    await hang({ titleDe: 'Nur Rostock', siteId: rostock.id });
    const english = { ...reader, language: 'en' as const };
    expect((await titles(english)).sort()).toEqual(['Election', 'Für alle']);
    expect((await titles({ ...partner, language: 'de' })).sort()).toEqual(['Für alle', 'Wahl']);
    const { slug } = await world.db.site.findUniqueOrThrow({ where: { id: rostock.id } });
    expect(await titles(english, { site: slug })).toEqual(expect.arrayContaining(['Nur Rostock']));
    const { notice } = await world.services.statutory.notice({ ...reader, language: 'de' }, id);
    expect(notice).toMatchObject({
      html: expect.stringContaining('<strong>Am 9. März</strong>'),
      state: 'current',
    });
  });

  test('hangs from its first day to the end of its last, by the reader’s clock', async () => {
    const { id } = await hang({ validFrom: '2026-11-28', validUntil: '2026-11-30' });
    expect(await titles(reader)).toEqual([]);
    expect(await titles(council)).toEqual(['Wahl']);
    await expect(world.services.statutory.notice(reader, id)).rejects.toMatchObject({ code: 'not_found' });
    world.clock.set(new Date('2026-11-27T23:30:00Z'));
    expect(await titles(reader)).toEqual(['Wahl']);
    world.clock.set(new Date('2026-11-30T22:30:00Z'));
    expect((await world.services.statutory.board(reader)).notices).toMatchObject([{ lastDay: '2026-11-30' }]);
    world.clock.set(new Date('2026-11-30T23:30:00Z'));
    expect(await titles(reader)).toEqual([]);
    expect(await titles(reader, { past: true })).toEqual(['Wahl']);
  });

  test('is taken down once, stays to be seen as that, and both acts are on record', async () => {
    const { id } = await hang();
    await world.services.statutory.takeDown(council, id);
    await expect(world.services.statutory.takeDown(council, id)).rejects.toMatchObject({ code: 'conflict' });
    expect(await titles(reader)).toEqual([]);
    expect((await world.services.statutory.notice(reader, id)).notice.state).toBe('withdrawn');
    const acts = await world.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
    expect(acts.map((act) => act.action)).toEqual(['notice.hung', 'notice.taken_down']);
  });

  test('is nobody else’s to hang or to take down, and reading it leaves no trace', async () => {
    const { id } = await hang();
    await expect(hang({}, reader)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(world.services.statutory.takeDown(reader, id)).rejects.toMatchObject({ code: 'forbidden' });
    const traces = async () => [
      await world.db.readState.count(),
      await world.db.readException.count(),
      await world.db.auditEntry.count(),
      await world.db.outboxEvent.count(),
    ];
    const before = await traces();
    await world.services.statutory.notice(reader, id);
    await world.services.statutory.board(reader);
    expect(await traces()).toEqual(before);
  });

  test.each([
    [{ titleDe: '', textDe: '' }, 'titleDe', 'statutory.oneLanguage'],
    [{ textEn: 'No title' }, 'titleEn', 'error.required'],
    [{ textDe: '' }, 'textDe', 'error.required'],
    [{ validUntil: '2026-10-31' }, 'validUntil', 'statutory.endsBefore'],
    [{ titleDe: 'x'.repeat(201) }, 'titleDe', 'error.tooLong'],
    [{ validFrom: 'soon' }, 'validFrom', 'error.invalid'],
  ])('that cannot be is refused at its field: %o', (extra, field, message) => {
    const input = { titleDe: 'Wahl', textDe: 'Text', validFrom: '2026-11-01', ...extra };
    const issues = noticeSchema.safeParse(input).error?.issues ?? [];
    expect(issues.map((issue) => [issue.path.join('.'), issue.message])).toContainEqual([field, message]);
  });
});
