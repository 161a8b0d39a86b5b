import { expect, test } from 'vitest';
import { USUAL_WORKING_TIME } from '#server/domain/organisation/sites/working-time.ts';
import { nextSendingTime, type SendingTimes } from './sending-time.ts';

const times = (given: Partial<SendingTimes> = {}): SendingTimes => ({
  working: USUAL_WORKING_TIME,
  outsideHours: false,
  quiet: null,
  ...given,
});
const quiet = (from: number, to: number) => ({ from: from * 60, to: to * 60, timeZone: 'Europe/Berlin' });
const next = (given: SendingTimes, from: string) => nextSendingTime(given, new Date(from)).toISOString();

test.each([
  ['within working time, at once', times(), '2026-11-26T10:00:30Z', '2026-11-26T10:00:30.000Z'],
  ['after work, the next morning', times(), '2026-11-26T16:30:00Z', '2026-11-27T07:00:00.000Z'],
  ['on Friday evening, on Monday', times(), '2026-11-27T18:00:00Z', '2026-11-30T07:00:00.000Z'],
  [
    'before a holiday, after it',
    times({ working: { ...USUAL_WORKING_TIME, holidays: new Set(['2026-11-27']) } }),
    '2026-11-26T20:00:00Z',
    '2026-11-30T07:00:00.000Z',
  ],
  [
    'who asked for it, in the night',
    times({ outsideHours: true }),
    '2026-11-28T02:00:00Z',
    '2026-11-28T02:00:00.000Z',
  ],
  [
    'who asked for it, but not in quiet hours that span midnight',
    times({ outsideHours: true, quiet: quiet(22, 6) }),
    '2026-11-27T23:10:40Z',
    '2026-11-28T05:00:00.000Z',
  ],
  [
    'quiet hours within working time hold as well',
    times({ quiet: quiet(8, 10) }),
    '2026-11-26T07:15:00Z',
    '2026-11-26T09:00:00.000Z',
  ],
  [
    'quiet hours until the end of work lead to the next day',
    times({ quiet: quiet(14, 18) }),
    '2026-11-26T14:00:00Z',
    '2026-11-27T07:00:00.000Z',
  ],
  [
    'the night the clocks go forward is an hour shorter',
    times({ outsideHours: true, quiet: quiet(22, 6) }),
    '2026-03-28T22:00:00Z',
    '2026-03-29T04:00:00.000Z',
  ],
  [
    'the night the clocks go back is an hour longer',
    times({ outsideHours: true, quiet: quiet(22, 6) }),
    '2026-10-24T20:30:00Z',
    '2026-10-25T05:00:00.000Z',
  ],
  [
    'quiet hours over all working time end somewhere all the same',
    times({ quiet: quiet(7, 19) }),
    '2026-11-26T10:00:00Z',
    '2026-11-26T18:00:00.000Z',
  ],
])('%s', (_what, given, from, expected) => {
  expect(next(given, from)).toBe(expected);
});
