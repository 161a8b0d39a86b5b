import { describe, expect, it } from 'vitest';
import { createFormat } from './format.ts';

const NOW = '2026-11-21T22:00:00.000Z';
const english = createFormat('en', 'Europe/Berlin', NOW);
const german = createFormat('de-sie', 'Europe/Berlin', NOW);

describe('relative times', () => {
  it.each([
    ['2026-11-21T21:59:40.000Z', 'now', 'jetzt'],
    ['2026-11-21T21:36:00.000Z', '24 min ago', 'vor 24 Min.'],
    ['2026-11-21T19:00:00.000Z', '3 hr ago', 'vor 3 Std.'],
    // 22:00 UTC is 23:00 in Berlin: 15:40 UTC the day before is yesterday, 16:40.
    ['2026-11-20T15:40:00.000Z', 'yesterday, 16:40', 'gestern, 16:40'],
    ['2026-11-22T08:00:00.000Z', 'tomorrow, 09:00', 'morgen, 09:00'],
    ['2026-11-12T08:00:00.000Z', 'Thu 12 Nov', 'Do, 12. Nov'],
    ['2025-11-12T08:00:00.000Z', '12 Nov 2025', '12. Nov 2025'],
  ])('%s is "%s"', (iso, inEnglish, inGerman) => {
    expect(english.relativeTime(iso)).toBe(inEnglish);
    expect(german.relativeTime(iso).replace('Nov.', 'Nov').replace('Do.', 'Do')).toBe(inGerman);
  });

  it('follow the reader into their zone: an hour later it is already tomorrow in Berlin', () => {
    expect(createFormat('en', 'UTC', NOW).relativeTime('2026-11-21T23:30:00.000Z')).toBe('in 1 hr');
    expect(english.relativeTime('2026-11-21T23:30:00.000Z')).toBe('tomorrow, 00:30');
  });
});

describe('dates', () => {
  it('without a time are the same day in every zone', () => {
    expect(createFormat('en', 'America/Los_Angeles', NOW).date('2026-12-29')).toBe('Tue 29 Dec');
    expect(english.dateTime('2026-12-29')).toBe('Tuesday 29 December 2026');
  });

  it('with a time name it in the reader\u2019s zone', () => {
    expect(english.dateTime('2026-12-29T13:05:00.000Z')).toBe('Tuesday 29 December 2026, 14:05');
    expect(german.dateTime('2026-12-29T13:05:00.000Z')).toBe('Dienstag, 29. Dezember 2026, 14:05');
  });

  it('say shortly when something is due', () => {
    expect(english.due('2026-11-21T22:30:00.000Z')).toBe('today, 23:30');
    expect(german.due('2026-11-22T08:00:00.000Z')).toBe('morgen, 09:00');
    expect(english.due('2026-11-27T15:00:00.000Z')).toBe('Fri 27 Nov, 16:00');
  });
});

describe('numbers', () => {
  it('follow the language', () => {
    expect(english.number(12345.6)).toBe('12,345.6');
    expect(german.number(12345.6)).toBe('12.345,6');
    expect(german.list(['A', 'B', 'C'])).toBe('A, B und C');
  });
});
