import type { LoaderFunctionArgs } from '@remix-run/node';
import { toLocale } from '#app/messages/locale.ts';
import { csvResponse } from '#app/shell/csv.ts';
import { createT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';
import { countRows } from './count-rows.ts';

/** The report for a spreadsheet: the same numbers by the same rules, names only where the page shows them. */
export const loader = withProblems(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const t = createT(toLocale(context.locale.language, context.locale.tone));
  const view = await context.services.mustRead.confirmations(actor, params.id ?? '');
  const { sites, units } = countRows(t, view);
  const told = (confirmed: number | null) =>
    confirmed === null ? t('mustRead.withheld') : String(confirmed);
  const groups = (title: string, counts: typeof sites) =>
    counts.map(({ name, must, confirmed }) => [title, name, String(must), told(confirmed)]);
  const rows = [
    [t('mustRead.kind'), t('mustRead.group'), t('mustRead.must'), t('mustRead.confirmed')],
    [t('mustRead.all'), '', String(view.must), told(view.confirmed)],
    ...groups(t('mustRead.bySite'), sites),
    ...groups(t('mustRead.byUnit'), units),
    ...(view.open ?? []).map(({ person, site }) => [
      t('mustRead.open'),
      `${person.name} (${site})`,
      '1',
      '0',
    ]),
  ];
  return csvResponse('flurfunk-confirmations.csv', rows, context.locale.language);
});
