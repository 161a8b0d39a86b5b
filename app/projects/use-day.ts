import { languageTag } from '#app/messages/locale.ts';
import { useT } from '#app/shell/i18n.tsx';

const formatters = new Map<string, Intl.DateTimeFormat>();

function format(tag: string, iso: string, year: boolean): string {
  const key = `${tag}${year}`;
  const known =
    formatters.get(key) ??
    new Intl.DateTimeFormat(tag, {
      day: 'numeric',
      month: 'short',
      ...(year && { year: 'numeric' }),
      timeZone: 'UTC',
    });
  formatters.set(key, known);
  return known.format(new Date(`${iso}T00:00:00Z`));
}

/** Plain days of a plan: "15 Dec"; with the year where it is another one than `beside` (a day or a moment). */
export function useDay(): (iso: string, beside?: string | null) => string {
  const tag = languageTag(useT().locale);
  return (iso, beside) => format(tag, iso, !beside || beside.slice(0, 4) !== iso.slice(0, 4));
}
