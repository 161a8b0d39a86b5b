import { expect, test } from 'vitest';
import { fromDay } from '#server/domain/people/day.ts';
import { dueDays } from './due-days.ts';

/** How many years somebody who joined on a day is told to have been here, when it is `today`. */
const told = (joinedOn: string, today: string) =>
  dueDays(fromDay(today)).find((day) => day.joinedOn === joinedOn) ?? null;

test.each<[joined: string, today: string, years: number | null]>([
  ['2016-11-24', '2026-11-24', 10],
  ['2016-11-24', '2026-11-23', null],
  ['2016-11-24', '2026-11-30', 10],
  ['2016-11-24', '2026-12-01', null],
  ['2017-11-24', '2026-11-24', null],
  ['2026-11-24', '2026-11-24', null],
  ['1966-11-24', '2026-11-24', 60],
  ['2020-12-30', '2025-12-30', 5],
  ['2020-12-30', '2026-01-02', 5],
  ['2015-12-30', '2026-01-02', 10],
  ['2020-02-29', '2025-02-28', 5],
  ['2020-02-29', '2025-03-06', 5],
  ['2020-02-29', '2025-03-07', null],
  ['2000-02-29', '2020-02-28', null],
  ['2000-02-29', '2020-02-29', 20],
  ['2015-02-28', '2020-02-28', 5],
  ['2015-03-01', '2020-02-29', null],
])('joined %s, on %s: %s', (joined, today, years) => {
  expect(told(joined, today)?.years ?? null).toBe(years);
});

test('each day of joining is named once', () => {
  for (const today of ['2025-03-03', '2024-03-03', '2026-11-28'])
    expect(new Set(dueDays(fromDay(today)).map((day) => day.joinedOn)).size).toBe(
      dueDays(fromDay(today)).length,
    );
});
