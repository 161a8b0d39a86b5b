import { modelOf } from '#app/organisation/chart-model.ts';
import { drawChart } from '#app/organisation/export/draw-chart.server.ts';
import { asPicture, onSheets } from '#app/organisation/export/pages.ts';
import { paletteOf } from '#app/organisation/export/palette.ts';
import type { Reader } from '#app/organisation/export/reader.ts';
import { toPdf } from '#app/organisation/export/to-pdf.server.ts';
import { toPng } from '#app/organisation/export/to-png.server.ts';
import { toSvg } from '#app/organisation/export/to-svg.server.ts';
import type { ChartCard, ChartView } from '#server/domain/organisation/chart.view.ts';
import type { Rows } from './rows.ts';

const POSITIONS = 500;
const ROUNDS = 5;
const NAMES = [
  'Ayşe Yılmaz-Çelik',
  'Jonas Böttger',
  'Maximilian von und zu Hohenlohe-Waldenburg',
  'محمد الأحمد',
];

/** A chart of 500 positions as a file: laid out and drawn: the PDF on A4 and A3 and the PNG, beside the SVG, which is hardly more than its text. */
export async function measureExport(rows: Rows): Promise<void> {
  const palette = paletteOf(205);
  const model = modelOf(chartOf(POSITIONS), {});
  const asReader = { ...reader(), palette };
  const picture = () => drawChart(asReader, model, asPicture(model, false));
  const captions = {
    title: 'Company',
    day: '28 November 2026',
    company: 'Hansa',
    page: String,
    overview: '',
    continued: String,
  };
  const svg = await median(async () => Buffer.from(toSvg(picture(), 'Company')));
  rows.note(`export/svg/${POSITIONS}`, svg.ms, 'ms');
  for (const paper of ['a4', 'a3'] as const) {
    const { pages } = onSheets(model, paper, false);
    const pdf = await median(() => {
      const laid = onSheets(model, paper, false);
      return toPdf(drawChart(asReader, model, laid.layout), laid.pages, captions, palette);
    });
    rows.note(`export/pdf-${paper}/${POSITIONS}`, pdf.ms, 'ms', svg.ms);
    rows.note(`export/pdf-${paper}-size/${POSITIONS}`, pdf.bytes, 'bytes', svg.bytes);
    rows.note(`export/pdf-${paper}-sheets/${POSITIONS}`, pages.tiles.length, 'sheets');
  }
  const png = await median(() => toPng(picture()));
  rows.note(`export/png/${POSITIONS}`, png.ms, 'ms', svg.ms);
}

async function median(work: () => Promise<Buffer>): Promise<{ ms: number; bytes: number }> {
  const times: number[] = [];
  let bytes = 0;
  for (let n = 0; n < ROUNDS; n++) {
    const before = performance.now();
    bytes = (await work()).length;
    times.push(performance.now() - before);
  }
  return { ms: times.sort((a, b) => a - b)[ROUNDS >> 1] as number, bytes };
}

/** Words cost nothing here; what is measured is drawing them. */
function reader(): Pick<Reader, 't' | 'format' | 'focusId'> {
  const same = String as unknown as Reader['t'];
  const format = {
    number: String,
    month: String,
    percent: String,
    list: String,
  } as unknown as Reader['format'];
  return { t: same, format, focusId: '0' };
}

/** Six report to each. */
function chartOf(size: number): ChartView {
  const cards: ChartCard[] = Array.from({ length: size }, (_, n) => {
    const person = { id: `person-${n}`, handle: 'x', name: NAMES[n % NAMES.length] ?? '' };
    return {
      id: String(n),
      parentId: n === 0 ? null : String(Math.floor((n - 1) / 6)),
      title: 'Sachbearbeitung Produktionsplanung und Steuerung',
      unit: 'IT',
      unitId: 'it',
      site: 'Hamburg',
      holders: n % 11 === 5 ? [] : [{ person: person as never, share: 100 }],
      vacantSince: n % 11 === 5 ? '2026-01-01' : null,
      direct: Math.min(6, Math.max(0, size - 1 - n * 6)),
      total: Math.min(6, Math.max(0, size - 1 - n * 6)),
      dotted: [],
    };
  });
  const chart = { id: 'chart', kind: 'company' as const, name: 'Hansa' };
  const day = { on: '2026-11-28', isToday: true, since: null };
  return { chart, ...day, focusId: '0', focusMissing: false, cards, roots: 1, size };
}
