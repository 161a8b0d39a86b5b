import type { Model } from '../chart-model.ts';
import { drawChart } from './draw-chart.server.ts';
import type { ExportAddress } from './export-address.ts';
import { asPicture, onOneSheet, onSheets } from './pages.ts';
import type { Reader } from './reader.ts';
import { toPdf } from './to-pdf.server.ts';
import { toPng } from './to-png.server.ts';
import { toSvg } from './to-svg.server.ts';

export type Picture = { body: string | Buffer; type: string };
/** What stands on the sheets besides the chart. */
type Names = { title: string; on: string; company: string };

/** A chart as SVG, PNG or PDF. Fetched when it is first asked for: typefaces and what writes PDF take 23 MB of memory. */
export async function writePicture(
  reader: Reader,
  model: Model,
  asked: ExportAddress,
  { title, on, company }: Names,
): Promise<Picture> {
  const { t, format, palette } = reader;
  const { dotted } = asked.chart;
  const picture = () => drawChart(reader, model, asPicture(model, dotted));
  if (asked.format === 'svg') return { body: toSvg(picture(), title), type: 'image/svg+xml; charset=utf-8' };
  if (asked.format === 'png') return { body: await toPng(picture()), type: 'image/png' };
  const lay = asked.onePage ? onOneSheet : onSheets;
  const { layout, pages } = lay(model, asked.paper, dotted);
  const captions = {
    title,
    day: t('orgExport.asOf', { date: format.dateTime(on) }),
    company,
    page: (n: number, of: number) => t('orgExport.page', { n, of }),
    overview: t('orgExport.overview'),
    continued: (names: string) => t('orgExport.continued', { names }),
  };
  const scene = drawChart(reader, model, layout);
  return { body: await toPdf(scene, pages, captions, palette), type: 'application/pdf' };
}
