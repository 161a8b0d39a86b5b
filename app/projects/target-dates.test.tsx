import '#app/messages/load-all.ts';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { I18nProvider } from '#app/shell/i18n.tsx';
import { TargetDates } from './target-dates.tsx';

/** The words alone, as a screen reader says them. */
function said(dates: { from: string | null; to: string | null; step?: boolean }): string {
  const html = renderToString(
    <I18nProvider locale="en" timeZone="Europe/Berlin" now="2026-11-28T09:00:00.000Z">
      <TargetDates {...dates} beside="2026-11-28" />
    </I18nProvider>,
  );
  return html.replace(/<[^>]+>/g, '').trim();
}

test('what was promised first stands beside what holds now; a single move says what held before it', () => {
  expect(said({ from: '2026-12-15', to: '2027-01-05' })).toBe('originally 15 Decnow 5 Jan 2027');
  expect(said({ from: '2026-12-29', to: '2027-01-05', step: true })).toBe('before 29 Decnow 5 Jan 2027');
});

test('a day that is taken away leaves its trace; one that never moved stands alone', () => {
  expect(said({ from: '2026-12-15', to: null })).toBe('originally 15 Decnow No date');
  expect(said({ from: '2026-12-15', to: '2026-12-15' })).toBe('15 Dec');
  expect(said({ from: null, to: null })).toBe('No date');
});
