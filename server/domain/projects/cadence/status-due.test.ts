import { describe, expect, test } from 'vitest';
import { type CadencePlan, statusDue } from './status-due.ts';

const BERLIN: CadencePlan = {
  cadence: 'weekly',
  weekday: 5,
  hour: 12,
  timeZone: 'Europe/Berlin',
  calendar: { workdays: [1, 2, 3, 4, 5], holidays: new Set() },
  lastStatusAt: null,
  countsFrom: new Date('2026-01-05T08:00:00Z'),
};

const due = (plan: Partial<CadencePlan>) => statusDue({ ...BERLIN, ...plan })?.dueAt.toISOString();
const told = (at: string, plan: Partial<CadencePlan> = {}) => due({ lastStatusAt: new Date(at), ...plan });

describe('when the next status is due', () => {
  test.each([
    ['a Thursday’s covers the Friday after it', '2026-02-05T10:00:00Z', '2026-02-13T11:00:00.000Z'],
    ['a Friday’s, on time', '2026-02-06T10:59:00Z', '2026-02-13T11:00:00.000Z'],
    ['a late Monday’s does not excuse the same week', '2026-02-09T09:00:00Z', '2026-02-13T11:00:00.000Z'],
  ])('weekly: %s', (_, at, expected) => expect(told(at)).toBe(expected));

  test.each([
    ['fortnightly', '2026-02-06T11:00:00Z', '2026-02-20T11:00:00.000Z'],
    ['fortnightly', '2026-02-09T09:00:00Z', '2026-02-20T11:00:00.000Z'],
    ['monthly', '2026-02-06T11:00:00Z', '2026-03-06T11:00:00.000Z'],
    ['monthly', '2026-02-27T11:00:00Z', '2026-04-03T10:00:00.000Z'],
  ] as const)('%s: after one at %s at %s', (cadence, at, expected) =>
    expect(told(at, { cadence })).toBe(expected),
  );

  test('none is never due', () => expect(statusDue({ ...BERLIN, cadence: 'none' })).toBeNull());

  test.each([
    ['weekly', '2026-02-13T11:00:00.000Z'],
    ['fortnightly', '2026-02-20T11:00:00.000Z'],
    ['monthly', '2026-03-06T11:00:00.000Z'],
  ] as const)('whoever resumes a %s one has a full interval', (cadence, expected) => {
    const countsFrom = new Date('2026-02-06T11:00:00Z');
    expect(told('2026-01-30T11:00:00Z', { cadence, countsFrom })).toBe(expected);
  });

  test('keeps the hour of the wall clock when clocks change', () => {
    // Germany: 29 March and 25 October 2026.
    expect(told('2026-03-27T11:00:00Z')).toBe('2026-04-03T10:00:00.000Z');
    expect(told('2026-10-23T10:00:00Z')).toBe('2026-10-30T11:00:00.000Z');
    // Resumed sharp on the hour: the week of the change, an hour shorter, is a full one.
    expect(due({ countsFrom: new Date('2026-03-27T11:00:00Z') })).toBe('2026-04-03T10:00:00.000Z');
    expect(due({ countsFrom: new Date('2026-10-23T10:00:00Z') })).toBe('2026-10-30T11:00:00.000Z');
  });

  test('an hour that the change skips is due right after it', () => {
    const plan = { weekday: 7, hour: 2, calendar: { workdays: [7], holidays: new Set<string>() } };
    expect(told('2026-03-22T01:00:00Z', plan)).toBe('2026-03-29T01:00:00.000Z');
  });

  test('is the writer’s hour, wherever they are', () => {
    expect(told('2026-02-06T10:00:00Z', { timeZone: 'America/New_York' })).toBe('2026-02-13T17:00:00.000Z');
    expect(told('2026-02-06T01:00:00Z', { timeZone: 'Asia/Tokyo' })).toBe('2026-02-13T03:00:00.000Z');
  });

  test('moves past days off, and counts none of them', () => {
    // Good Friday and Easter Monday 2026.
    const calendar = { ...BERLIN.calendar, holidays: new Set(['2026-04-03', '2026-04-06']) };
    const plan = { ...BERLIN, calendar, lastStatusAt: new Date('2026-03-27T11:00:00Z') };
    expect(statusDue(plan)).toMatchObject({
      dueAt: new Date('2026-04-07T10:00:00Z'),
      overdueAt: new Date('2026-04-09T10:00:00Z'),
      deputyAt: new Date('2026-04-10T10:00:00Z'),
      sponsorAt: new Date('2026-04-14T10:00:00Z'),
    });
  });

  test('a calendar without a working day ends the search', () => {
    expect(due({ calendar: { workdays: [], holidays: new Set() } })).toBeDefined();
  });
});
