import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Prisma } from '#server/platform/database/schema.ts';
import { buildTeam, type Team } from '#tests/factories/team.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { listedSql, pageSql } from './directory.queries.ts';
import { type DirectoryInput, directoryInput, profileInput } from './people.schema.ts';

let world: World;
let team: Team;
const all: DirectoryInput = {
  q: '',
  letter: null,
  unit: null,
  site: null,
  skill: null,
  language: null,
  after: null,
};

beforeAll(async () => {
  world = await testWorld({ now: new Date('2026-11-16T09:00:00Z') });
  team = await buildTeam(world);
  await world.build.actor({ givenName: 'Ø', familyName: '' });
  await world.build.actor({ givenName: 'ليلى', familyName: 'حداد' });
  await world.build.actor({ givenName: '', familyName: '', displayName: 'N/D', nameWithheld: true });
});
afterAll(() => world.drop());

const names = async (filter: Partial<DirectoryInput> & { chartId?: string }) =>
  (await world.services.people.directory(team.ronja, { ...all, ...filter })).rows.map(
    (row) => row.person.name,
  );

describe('the directory', () => {
  test('stands in the order of family names, without withheld ones', async () => {
    const listed = await names({});
    expect(listed.slice(0, 3)).toEqual(['Ada Admin', 'Jonas Böttger', 'Leyla Demir']);
    expect(listed).not.toContain('');
    expect(listed).toContain('ليلى حداد');
  });

  test.each([
    ['suess', ['Mara Süß-Lindemann']],
    ['Süß mara', ['Mara Süß-Lindemann']],
    ['lindem', ['Mara Süß-Lindemann']],
    ['BÖTT', ['Jonas Böttger']],
    ['architect', ['Mara Süß-Lindemann']],
    ['kaya head', ['Aylin Kaya']],
    ['%', []],
    ['حداد', ['ليلى حداد']],
  ])('finds %s', async (q, expected) => {
    expect(await names({ q })).toEqual(expected);
  });

  test('narrows by letter, unit, site and chart', async () => {
    expect(await names({ letter: 's' })).toEqual(['Mara Süß-Lindemann']);
    expect(await names({ letter: 'other' })).toEqual(['ليلى حداد']);
    expect((await names({ unit: team.unit.id })).sort()).toEqual([
      'Aylin Kaya',
      'Jonas Böttger',
      'Mara Süß-Lindemann',
    ]);
    expect(await names({ site: team.site.id, letter: 'w' })).toEqual(['Ronja Weiß']);
    expect(await names({ chartId: team.chart.id, letter: 'd' })).toEqual(['Leyla Demir']);
    const { letters, total } = await world.services.people.directory(team.ronja, all);
    expect(letters).toEqual(['a', 'b', 'd', 'k', 'l', 'o', 'p', 's', 'w', 'other']);
    expect(total).toBe(11);
  });

  test('narrows by what people tell all of: skills, topics, languages, in any spelling', async () => {
    const tell = (who: 'mara' | 'jonas' | 'aylin', fields: Record<string, string>) =>
      world.services.people.saveProfile(team[who], team[who].personId, profileInput.parse(fields));
    await tell('mara', { skills: 'SAP, Stücklisten', languages: 'Deutsch, Türkçe' });
    await tell('jonas', { skills: 'sap', skillsVisibility: 'unit' });
    await tell('aylin', { ask_about: 'Sap', languages: 'Deutsch' });
    // Jonas tells his unit alone.
    expect((await names({ skill: 'SAP' })).sort()).toEqual(['Aylin Kaya', 'Mara Süß-Lindemann']);
    expect(await names({ skill: 'stuecklisten' })).toEqual(['Mara Süß-Lindemann']);
    expect(await names({ skill: 'SAP', language: 'TUERKCE' })).toEqual(['Mara Süß-Lindemann']);
    expect(await names({ skill: 'Stück' })).toEqual([]);
    const { people } = world.services;
    expect(await people.directoryChoices(team.ronja)).toMatchObject({
      skills: ['SAP', 'Stücklisten'],
      languages: ['Deutsch', 'Türkçe'],
    });
    expect((await people.directory(team.external, { ...all, skill: 'SAP' })).rows).toEqual([]);
    expect((await people.directoryChoices(team.external)).skills).toEqual([]);
  });

  test('whatever stands in the address, it answers', () => {
    const input = directoryInput.parse({ ...all, q: 'x'.repeat(500), letter: '%', unit: 'x', after: 7 });
    expect(input).toEqual(all);
  });

  test('a cursor nobody made starts from the beginning', async () => {
    for (const after of ['x', Buffer.from('["a\\u0000",1]').toString('base64url'), 'bnVsbA']) {
      expect((await names({ after })).length).toBeGreaterThan(5);
    }
  });
});

describe('the directory of a large company', () => {
  beforeAll(async () => {
    await world.db.$executeRaw`
      INSERT INTO person (id, handle, display_name, sort_name, updated_at)
      SELECT gen_random_uuid(), 'many' || n, 'Many ' || n, 'many ' || lpad(n::text, 6, '0'), now()
      FROM generate_series(1, 20000) n`;
    await world.db.$executeRaw`ANALYZE person`;
  });

  test('pages meet without gaps or doubles', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 4; page++) {
      const result = await world.services.people.directory(team.ronja, { ...all, letter: 'm', after });
      seen.push(...result.rows.map((row) => row.person.name));
      after = result.next;
    }
    expect(seen).toEqual(Array.from({ length: 200 }, (_, n) => `Many ${n + 1}`));
  });

  test.each([
    ['the first page', { ...all }],
    ['a letter', { ...all, letter: 'm' }],
    ['a later page', { ...all, after: cursor('many 015000') }],
  ])('reads %s from the index of its order', async (_, filter) => {
    const sql = pageSql(listedSql(team.ronja, filter, '2026-11-16'), filter);
    const rows = await world.db.$queryRaw<Record<string, string>[]>(Prisma.sql`EXPLAIN ${sql}`);
    const plan = rows.map((row) => Object.values(row)[0]).join('\n');
    expect(plan).toContain('person_by_directory_order');
    expect(plan).not.toMatch(/Seq Scan on person|Sort/);
  });
});

function cursor(sortName: string): string {
  const id = '00000000-0000-7000-8000-000000000000';
  return Buffer.from(JSON.stringify([sortName, id])).toString('base64url');
}
