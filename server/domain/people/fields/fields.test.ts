import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { profileInput } from '#server/domain/people/people.schema.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { fieldInput, type NewFieldInput, newFieldInput } from './company-field.schema.ts';

let world: World;
let team: Team;
beforeAll(async () => {
  world = await testWorld({ now: new Date('2026-11-16T09:00:00Z') });
  team = await buildTeam(world);
});
afterAll(() => world.drop());

const input = (labelEn: string, given: Partial<NewFieldInput> = {}) =>
  newFieldInput.parse({
    ...{ labelEn, labelDe: `${labelEn} (de)`, kind: 'line', visibility: 'unit', widest: 'everyone' },
    ...{ selfEdited: 'on', ...given },
  });
const add = (labelEn: string, given?: Partial<NewFieldInput>) =>
  world.services.fields.add(team.admin, input(labelEn, given));

type Told = Record<string, { value?: string; visibility?: 'everyone' | 'unit' | 'managers' | 'me' }>;
const tell = (who: Actor, told: Told) =>
  world.services.people.saveProfile(who, who.personId, profileInput.parse({}), told);

/** What `reader` sees of Mara in a field of the company's. */
async function seen(reader: Actor, slug: string): Promise<string[] | null> {
  const profile = await world.services.people.profile(reader, team.mara.handle);
  return profile.fields.find((field) => field.key === `custom.${slug}`)?.values ?? null;
}
const usedBy = async (actor: Actor) =>
  (await world.services.fields.defined(actor)).filter((field) => !field.purgedOn).map((field) => field.slug);
const found = async (word: string) => {
  await world.settle();
  const rows = await world.db.searchDocument.findMany({
    where: { kind: 'person', body: { contains: word } },
  });
  return rows.map((row) => row.subjectId);
};

describe('a field', () => {
  test('is shown as it is called in the reader’s language, to whom its visibility lets', async () => {
    const { slug } = await add('Cost centre');
    expect(slug).toBe('cost_centre');
    await tell(team.mara, { [slug]: { value: ' 47  11 ' }, unknown: { value: 'x' } });
    expect(await seen(team.jonas, slug)).toEqual(['47 11']);
    expect(await seen(team.ronja, slug)).toBeNull();
    const german = { ...team.jonas, language: 'de' as const };
    const { fields } = await world.services.people.profile(german, team.mara.handle);
    expect(fields.map((field) => field.label)).toEqual(['Cost centre (de)']);
  });

  test('of several words is read as skills are', async () => {
    const { slug } = await add('Licences', { kind: 'list' });
    await tell(team.mara, { [slug]: { value: 'Forklift, Crane\nForklift' } });
    expect(await seen(team.mara, slug)).toEqual(['Forklift', 'Crane']);
    await expect(tell(team.mara, { [slug]: { value: 'x'.repeat(61) } })).rejects.toMatchObject({
      details: { fields: { [`custom.${slug}`]: ['people.tagTooLong'] } },
    });
  });

  test('needs two names of its own, and a default within what is allowed', async () => {
    await expect(add('cost  CENTRE')).rejects.toMatchObject({
      details: { fields: { labelEn: ['fields.labelTaken'] } },
    });
    const wide = newFieldInput.safeParse({ ...input('Wide'), visibility: 'everyone', widest: 'unit' });
    expect(wide.error?.issues).toMatchObject([{ path: ['visibility'], message: 'fields.defaultTooWide' }]);
    expect(newFieldInput.safeParse({ ...input('Wide'), labelDe: ' ' }).success).toBe(false);
  });

  test('whose name has no plain letter gets an address all the same', async () => {
    expect((await add('資格', { labelDe: 'Qualifikation' })).slug).toBe('field');
    expect((await add('許可', { labelDe: 'Erlaubnis' })).slug).toBe('field_2');
    for (const slug of ['field', 'field_2']) await world.services.fields.retire(team.admin, slug);
  });

  test('moves up and down, and stays where it is at the ends', async () => {
    expect(await usedBy(team.admin)).toEqual(['cost_centre', 'licences']);
    await world.services.fields.move(team.admin, 'licences', 'up');
    await world.services.fields.move(team.admin, 'licences', 'up');
    expect(await usedBy(team.admin)).toEqual(['licences', 'cost_centre']);
    await world.services.fields.move(team.admin, 'licences', 'down');
    expect(await usedBy(team.admin)).toEqual(['cost_centre', 'licences']);
  });
});

describe('the widest that is allowed', () => {
  const change = (given: object) =>
    world.services.fields.change(
      team.admin,
      'cost_centre',
      fieldInput.parse({
        ...{ labelEn: 'Cost centre', labelDe: 'Kostenstelle', visibility: 'managers', selfEdited: 'on' },
        ...given,
      }),
    );

  test('holds for what was told before, at once, and in search as well', async () => {
    await tell(team.mara, { cost_centre: { value: 'Halle4711', visibility: 'everyone' } });
    expect(await seen(team.ronja, 'cost_centre')).toEqual(['Halle4711']);
    expect(await found('Halle4711')).toEqual([team.mara.personId]);
    await change({ widest: 'managers' });
    expect(await seen(team.ronja, 'cost_centre')).toBeNull();
    expect(await seen(team.jonas, 'cost_centre')).toBeNull();
    expect(await seen(team.aylin, 'cost_centre')).toEqual(['Halle4711']);
    expect(await found('Halle4711')).toEqual([]);
    const form = await world.services.people.editableFields(team.mara);
    expect(form.find((field) => field.key === 'custom.cost_centre')).toMatchObject({
      visibility: 'managers',
      choices: ['managers', 'me'],
    });
  });

  test('cannot be passed by a form that asks for more', async () => {
    await expect(
      tell(team.mara, { cost_centre: { value: 'x', visibility: 'everyone' } }),
    ).rejects.toMatchObject({ details: { fields: { 'custom.cost_centre': ['people.fieldTooWide'] } } });
  });

  test('taken back, what people had chosen holds again', async () => {
    await change({ widest: 'everyone' });
    expect(await seen(team.ronja, 'cost_centre')).toEqual(['Halle4711']);
    expect(await found('Halle4711')).toEqual([team.mara.personId]);
  });
});

describe('a field that people do not fill in themselves', () => {
  test('is filled in by people operations, and seen by whom the person chooses', async () => {
    const { slug } = await add('Badge', { selfEdited: undefined });
    const { fields } = world.services;
    expect(await fields.fillable(team.operations, team.mara.personId)).toEqual([
      { slug, kind: 'line', label: 'Badge', values: [] },
    ]);
    await fields.fill(team.operations, team.mara.personId, { [slug]: 'B-17', cost_centre: 'mine?' });
    expect(await seen(team.jonas, slug)).toEqual(['B-17']);
    await tell(team.mara, { [slug]: { value: 'forged', visibility: 'me' } });
    expect(await seen(team.mara, slug)).toEqual(['B-17']);
    expect(await seen(team.jonas, slug)).toBeNull();
    await fields.fill(team.operations, team.mara.personId, { [slug]: 'B-18' });
    expect(await seen(team.jonas, slug)).toBeNull();
    expect(await seen(team.mara, 'cost_centre')).toEqual(['Halle4711']);
    const audit = await world.db.auditEntry.findMany({ where: { action: 'profile.filled' } });
    expect(audit.map((entry) => entry.details)).toEqual([{ fields: slug }, { fields: slug }]);
  });

  test.each<[keyof Team, boolean]>([
    ['operations', true],
    ['admin', true],
    ['mara', false],
    ['aylin', false],
    ['reader', false],
    ['external', false],
  ])('by %s: %s', async (who, allowed) => {
    const fill = world.services.fields.fill(team[who] as Actor, team.mara.personId, { badge: 'B-19' });
    if (allowed) await expect(fill).resolves.toBeUndefined();
    else await expect(fill).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('refuses what cannot be stored, at its field', async () => {
    await expect(
      world.services.fields.fill(team.operations, team.mara.personId, { badge: 'a\0b' }),
    ).rejects.toMatchObject({ details: { fields: { 'fill.badge': ['error.invalid'] } } });
  });
});

describe('a retired field', () => {
  test('is off every profile and out of search; brought back, all is as it was', async () => {
    const { fields } = world.services;
    await fields.retire(team.admin, 'cost_centre');
    expect(await seen(team.mara, 'cost_centre')).toBeNull();
    expect(await found('Halle4711')).toEqual([]);
    const listed = (await fields.defined(team.admin)).find((field) => field.slug === 'cost_centre');
    expect(listed).toMatchObject({ filled: 1, purgedOn: '2026-12-16' });
    await fields.bringBack(team.admin, 'cost_centre');
    expect(await seen(team.mara, 'cost_centre')).toEqual(['Halle4711']);
    expect(await found('Halle4711')).toEqual([team.mara.personId]);
    expect((await usedBy(team.admin))[0]).toBe('cost_centre');
  });

  test('is deleted with what was told in it after thirty days', async () => {
    await world.services.fields.retire(team.admin, 'cost_centre');
    world.clock.set(new Date('2026-12-15T09:00:00Z'));
    await world.jobs.run('privacy.forget');
    expect(await world.db.profileField.count({ where: { key: 'custom.cost_centre' } })).toBe(1);
    world.clock.set(new Date('2026-12-17T09:00:00Z'));
    await world.jobs.run('privacy.forget');
    expect(await world.db.profileField.count({ where: { key: 'custom.cost_centre' } })).toBe(0);
    await expect(world.services.fields.bringBack(team.admin, 'cost_centre')).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('each act is in the audit, by name of the field alone', async () => {
    const acts = await world.db.auditEntry.findMany({
      where: { subjectKind: 'company_field', details: { path: ['slug'], equals: 'cost_centre' } },
      orderBy: { id: 'asc' },
    });
    expect(acts.map((entry) => entry.action)).toEqual(
      ['added', 'changed', 'changed', 'retired', 'brought_back', 'retired'].map((act) => `field.${act}`),
    );
  });
});

test.each<[keyof Team, boolean]>([
  ['admin', true],
  ['operations', false],
  ['mara', false],
  ['reader', false],
  ['external', false],
])('defined by %s: %s', async (who, allowed) => {
  const actor = team[who] as Actor;
  const { fields } = world.services;
  const acts = [
    () => fields.defined(actor),
    () => fields.add(actor, input(`By ${who}`)),
    () => fields.change(actor, 'licences', input('Licences')),
    () => fields.move(actor, 'licences', 'up'),
    () => fields.retire(actor, 'licences'),
    () => fields.bringBack(actor, 'licences'),
  ];
  for (const act of acts)
    if (allowed) await expect(act()).resolves.not.toThrow();
    else await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
});
