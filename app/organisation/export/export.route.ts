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
import { drawChart } from './draw-chart.server.ts';
import { type ExportAddress, readExport } from './export-address.ts';
import { asPicture, onOneSheet, onSheets } from './pages.ts';
import { paletteOf } from './palette.ts';
import { readChart, readTable } from './read-chart.ts';
import type { Reader } from './reader.ts';
import { toPdf } from './to-pdf.server.ts';
import { toPng } from './to-png.server.ts';
import { toSvg } from './to-svg.server.ts';

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
  const palette = paletteOf(config.brandHue);
  const reader = { t, format, palette, focusId: view.focusId };
  const chartName = !known || known.key === 'company' ? t('organisation.company') : known.name;
  const model = modelOf(view, await leadsOf(services, actor, view.cards));
  const { dotted } = asked.chart;
  const title = titleOf({ reader, view, chartName }, asked);
  const picture = () => drawChart(reader, model, asPicture(model, dotted));
  const file = (body: string | Buffer, type: string) => attachment(body, type, nameOf(view.on, asked.format));
  switch (asked.format) {
    case 'svg':
      return file(toSvg(picture(), title), 'image/svg+xml; charset=utf-8');
    case 'png':
      return file(await toPng(picture()), 'image/png');
    default: {
      const lay = asked.onePage ? onOneSheet : onSheets;
      const { layout, pages } = lay(model, asked.paper, dotted);
      const captions = {
        title,
        day: t('orgExport.asOf', { date: format.dateTime(view.on) }),
        company: config.companyName,
        page: (n: number, of: number) => t('orgExport.page', { n, of }),
        overview: t('orgExport.overview'),
        continued: (names: string) => t('orgExport.continued', { names }),
      };
      const scene = drawChart(reader, model, layout);
      return file(await toPdf(scene, pages, captions, palette), 'application/pdf');
    }
  }
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

function attachment(body: string | Buffer, type: string, name: string): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
