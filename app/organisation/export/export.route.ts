import type { LoaderFunctionArgs } from '@remix-run/node';
import { toLocale } from '#app/messages/locale.ts';
import { csvStream } from '#app/shell/csv.ts';
import { createFormat } from '#app/shell/format.ts';
import { createT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';
import type { ChartView } from '#server/domain/organisation/chart.view.ts';
import { cardLabel } from '../card-text.ts';
import { modelOf } from '../chart-model.ts';
import { chartsWithProjects, leadsOf } from '../organisation-page.ts';
import { csvPieces } from './csv-pieces.ts';
import { type ExportAddress, readExport } from './export-address.ts';
import { paletteOf } from './palette.ts';
import { readChart, readTable } from './read-chart.ts';
import type { Reader } from './reader.ts';
import type { Picture } from './write-picture.server.ts';

type Titled = { reader: Reader; view: ChartView; chartName: string };

/** The chart that the page shows, or all of it, as a file to keep. */
export const loader = withProblems(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { services, config } = context;
  const asked = readExport(new URL(request.url).searchParams);
  const charts = await chartsWithProjects(services, actor);
  const known = charts.find(({ key, id }) => key === asked.chart.chart || id === asked.chart.chart);
  const chart = known?.id ?? asked.chart.chart;
  const locale = toLocale(context.locale.language, context.locale.tone);
  const t = createT(locale);
  const format = createFormat(locale, context.locale.timeZone, context.now().toISOString());
  if (asked.format === 'csv') {
    const { on, pieces } = await readTable(services, actor, chart, asked);
    return csvStream(nameOf(on, 'csv'), csvPieces(t, pieces), context.locale.language);
  }
  const view = await readChart(services, actor, chart, asked);
  const reader = { t, format, palette: paletteOf(config.brandHue), focusId: view.focusId };
  const chartName = !known || known.key === 'company' ? t('organisation.company') : known.name;
  const model = modelOf(view, await leadsOf(services, actor, view.cards));
  const title = titleOf({ reader, view, chartName }, asked);
  const { writePicture } = await import('./write-picture.server.ts');
  const names = { title, on: view.on, company: config.companyName };
  return attachment(await writePicture(reader, model, asked, names), nameOf(view.on, asked.format));
});

function titleOf({ reader, view, chartName }: Titled, { scope }: ExportAddress): string {
  const focus = scope === 'all' ? undefined : view.cards.find((card) => card.id === view.focusId);
  const { t, format } = reader;
  return focus ? `${chartName} · ${cardLabel(t, format, focus)}` : chartName;
}

/** No names in a file's name: it stands in download lists and on shared drives. */
function nameOf(on: string, ending: string): string {
  return `organisation-${on}.${ending}`;
}

function attachment({ body, type }: Picture, name: string): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
