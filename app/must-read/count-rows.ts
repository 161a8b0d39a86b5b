import type { Translate } from '#app/shell/i18n.tsx';
import type { ConfirmationsView } from '#server/domain/must-read/confirmations.queries.ts';
import type { CountRow } from './count-table.tsx';

/** The lines of the report by site and by unit, for the page and for the spreadsheet alike. */
export function countRows(t: Translate, view: ConfirmationsView): { sites: CountRow[]; units: CountRow[] } {
  const siteName = (name: string | null) => name ?? t('mustRead.noSite');
  const several = view.sites.length > 1;
  const inSite = (unit: string, site: string | null) => (several ? `${unit} · ${siteName(site)}` : unit);
  const together = t('mustRead.withheldTogether');
  return {
    sites: [
      ...view.sites.map((count) => ({ ...count, name: siteName(count.name) })),
      ...(view.sitesTogether ? [{ ...view.sitesTogether, name: together }] : []),
    ],
    units: [
      ...view.units.map(({ site, ...count }) => ({
        ...count,
        name: inSite(count.name ?? t('mustRead.noUnit'), site),
      })),
      ...view.unitsTogether.map(({ site, ...count }) => ({ ...count, name: inSite(together, site) })),
    ],
  };
}

/** How far it is as a whole, in words where the number is withheld. */
export function wholeInWords(t: Translate, { must, confirmed, nearly }: ConfirmationsView): string {
  if (confirmed !== null) return t('mustRead.soFar', { confirmed, must });
  if (nearly === 'none') return t('mustRead.nearlyNone', { must });
  return nearly === 'all' ? t('mustRead.nearlyAll', { must }) : t('mustRead.withheldWhole', { must });
}
