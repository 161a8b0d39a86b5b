import { describe, expect, it } from 'vitest';
import { germanHolidays } from './german-holidays.ts';
import { addWorkingTime, type WorkingTime, workingMinutesBetween } from './working-time.ts';

const berlin: WorkingTime = {
  timeZone: 'Europe/Berlin',
  workdays: [1, 2, 3, 4, 5],
  startMinute: 480,
  endMinute: 1020,
  holidays: new Set(['2026-05-01', '2026-12-25', '2026-12-26']),
};
const add = (from: string, minutes: number, calendar = berlin) =>
  addWorkingTime(calendar, new Date(from), minutes).toISOString();

describe('a night shift, ten to six', () => {
  const nights: WorkingTime = { ...berlin, workdays: [1, 2, 3, 4], startMinute: 1320, endMinute: 1800 };
  it('goes on after midnight', () => {
    // Tuesday 1:00 in Berlin, in the shift that began on Monday: five hours are left, one comes on Tuesday night.
    expect(add('2026-11-17T00:00:00Z', 360, nights)).toBe('2026-11-17T22:00:00.000Z');
  });
  it('is not running on Saturday morning, when nobody began on Friday', () => {
    expect(add('2026-11-21T00:00:00Z', 60, nights)).toBe('2026-11-23T22:00:00.000Z');
  });
  it('is counted between two moments', () => {
    // Eleven to six.
    const from = new Date('2026-11-16T22:00:00Z');
    expect(workingMinutesBetween(nights, from, new Date('2026-11-17T06:00:00Z'))).toBe(420);
  });
});

describe('addWorkingTime', () => {
  it('counts within one day', () => {
    expect(add('2026-11-18T09:00:00Z', 120)).toBe('2026-11-18T11:00:00.000Z');
  });
  it('goes on the next morning', () => {
    // Wednesday 16:00 in Berlin: one hour is left, the second one starts on Thursday at 8.
    expect(add('2026-11-18T15:00:00Z', 120)).toBe('2026-11-19T08:00:00.000Z');
  });
  it('begins on Monday what is asked on Friday night', () => {
    expect(add('2026-11-20T21:30:00Z', 60)).toBe('2026-11-23T08:00:00.000Z');
  });
  it('skips a public holiday and the weekend behind it', () => {
    expect(add('2026-04-30T14:30:00Z', 60)).toBe('2026-05-04T06:30:00.000Z');
  });
  it('keeps wall-clock hours when the clocks go forward', () => {
    // Friday 27 March 16:30 CET plus one hour: Monday 30 March 8:30 CEST.
    expect(add('2026-03-27T15:30:00Z', 60)).toBe('2026-03-30T06:30:00.000Z');
  });
  it('keeps wall-clock hours when the clocks go back', () => {
    expect(add('2026-10-23T14:30:00Z', 60)).toBe('2026-10-26T07:30:00.000Z');
  });
  it('ends a full day at its end, not at the next start', () => {
    expect(add('2026-11-18T07:00:00Z', 540)).toBe('2026-11-18T16:00:00.000Z');
  });
  it('survives a night on which the clocks change, on a calendar that works on Sundays', () => {
    const nights: WorkingTime = {
      ...berlin,
      workdays: [7],
      startMinute: 60,
      endMinute: 300,
      holidays: new Set(),
    };
    // 29 March 2026: 1:00 CET to 5:00 CEST is three hours, not four.
    expect(
      workingMinutesBetween(nights, new Date('2026-03-29T00:00:00Z'), new Date('2026-03-29T03:00:00Z')),
    ).toBe(180);
    expect(add('2026-03-29T00:00:00Z', 180, nights)).toBe('2026-03-29T03:00:00.000Z');
  });
  it('answers when nobody ever works', () => {
    expect(add('2026-11-18T09:00:00Z', 60, { ...berlin, workdays: [] })).toBe('2026-11-18T10:00:00.000Z');
  });
  it('is the inverse of counting', () => {
    for (const minutes of [1, 59, 480, 541, 2000, 9999]) {
      const from = new Date('2026-04-20T09:10:00Z');
      expect(workingMinutesBetween(berlin, from, addWorkingTime(berlin, from, minutes))).toBe(minutes);
    }
  });
});

describe('germanHolidays', () => {
  const days = (region: string, year: number) => germanHolidays(region, year).map((day) => day.on);
  it('knows Hamburg', () => {
    expect(days('DE-HH', 2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-10-03',
      '2026-10-31',
      '2026-12-25',
      '2026-12-26',
    ]);
  });
  it('knows what Mecklenburg-Vorpommern and Bavaria keep beyond that', () => {
    const hamburg = new Set(days('DE-HH', 2026));
    expect(days('DE-MV', 2026).filter((day) => !hamburg.has(day))).toEqual(['2026-03-08']);
    expect(days('DE-BY', 2026).filter((day) => !hamburg.has(day))).toEqual([
      '2026-01-06',
      '2026-06-04',
      '2026-08-15',
      '2026-11-01',
    ]);
    expect(days('DE-BY', 2026)).not.toContain('2026-10-31');
  });
  it('computes Easter and the Day of Repentance', () => {
    expect(days('DE-HH', 2027)).toContain('2027-03-29');
    expect(days('DE-HH', 2038)).toContain('2038-04-26');
    expect(days('DE-SN', 2026)).toContain('2026-11-18');
    expect(days('DE-SN', 2028)).toContain('2028-11-22');
  });
  it('is empty where it does not know', () => expect(days('FR-75', 2026)).toEqual([]));
});
