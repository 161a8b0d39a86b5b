import { describe, expect, it } from 'vitest';
import { isPayColumn } from '#server/domain/imports/fields.ts';
import { fitMapping, guessKind, guessMapping, headerSignature } from './guess-mapping.ts';

const ORGANOGRAM =
  'Post Unique Reference,Name,Grade,Job Title,Job/Team Function,Parent Department,Organisation,Unit,Reports to Senior Post,Salary Cost of Reports (£),FTE,Actual Pay Floor (£),Actual Pay Ceiling (£),Professional/Occupational Group,Notes,Valid?'.split(
    ',',
  );
const GERMAN = [
  'Personalnummer',
  'Nachname',
  'Vorname',
  'Stelle',
  'Abteilung',
  'Bereich',
  'Standort',
  'Vorgesetzter',
  'E-Mail',
  'FTE',
  'Jahresgehalt (brutto)',
  'Tarifgruppe',
];

describe('columns are guessed', () => {
  it('in a UK organogram', () => {
    expect(guessKind(ORGANOGRAM)).toBe('organisation');
    expect(guessMapping('organisation', ORGANOGRAM)).toEqual({
      position_id: 'Post Unique Reference',
      name: 'Name',
      grade: 'Grade',
      title: 'Job Title',
      unit: 'Unit',
      manager: 'Reports to Senior Post',
      share: 'FTE',
    });
  });

  it("in a German company's export", () => {
    expect(guessKind(GERMAN)).toBe('organisation');
    expect(guessMapping('organisation', GERMAN)).toEqual({
      personnel_number: 'Personalnummer',
      family_name: 'Nachname',
      given_name: 'Vorname',
      title: 'Stelle',
      unit: 'Abteilung',
      parent_unit: 'Bereich',
      site: 'Standort',
      manager: 'Vorgesetzter',
      email: 'E-Mail',
      share: 'FTE',
    });
  });

  it('in a list of people and in a list of committees', () => {
    expect(guessKind(['person_id', 'name', 'chamber', 'state', 'party', 'since'])).toBe('people');
    const committees = ['project', 'part_of', 'title', 'person_id', 'role', 'rank', 'side'];
    expect(guessKind(committees)).toBe('projects');
    expect(guessMapping('projects', committees)).toEqual({
      project_id: 'project',
      part_of: 'part_of',
      title: 'title',
      person_id: 'person_id',
      role: 'role',
      rank: 'rank',
    });
  });
});

it.each([
  'Salary Cost of Reports (£)',
  'Actual Pay Floor (£)',
  'Gehalt',
  'Bruttolohn',
  'Jahresgehalt',
  'Entgeltgruppe',
  'Pay Band',
  'Bonus 2025',
  'Vergütung',
  'Stundensatz',
])('%s is about pay and is read as nothing', (header) => {
  expect(isPayColumn(header)).toBe(true);
  expect(guessMapping('organisation', ['Name', header])).toEqual({ name: 'Name' });
});

it.each(['Payroll Number', 'Company', 'Japan Office', 'Name'])('%s is not about pay', (header) => {
  expect(isPayColumn(header)).toBe(false);
});

it('a mapping is remembered by its header, whatever the case', () => {
  const signature = headerSignature('people', ['Name', 'E-Mail']);
  expect(headerSignature('people', ['NAME', 'e mail'])).toBe(signature);
  expect(headerSignature('people', ['E-Mail', 'Name'])).not.toBe(signature);
});

it('a mapping keeps only what fits the file', () => {
  expect(
    fitMapping('people', ['Name', 'Mail'], { name: 'Name', email: 'Name', site: 'Ort', manager: 'Mail' }),
  ).toEqual({ name: 'Name' });
});
