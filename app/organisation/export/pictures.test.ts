import { expect, test } from 'vitest';
import '#app/messages/load-all.ts';
import { createFormat } from '#app/shell/format.ts';
import { createT } from '#app/shell/i18n.tsx';
import type { ChartCard, ChartView } from '#server/domain/organisation/chart.view.ts';
import { modelOf } from '../chart-model.ts';
import { drawChart } from './draw-chart.server.ts';
import { asPicture, onOneSheet, type Pages } from './pages.ts';
import { paletteOf } from './palette.ts';
import type { Shape } from './scene.ts';
import { toPdf } from './to-pdf.server.ts';
import { toPng } from './to-png.server.ts';
import { toOutlinedSvg, toSvg } from './to-svg.server.ts';
import { fitText, runsOf, twoLines, widthOf } from './typeface.server.ts';

const palette = paletteOf(205);
const reader = {
  t: createT('de'),
  format: createFormat('de', 'Europe/Berlin', '2026-11-28T09:00:00Z'),
  palette,
  focusId: '0',
};

function seat(n: number, holder: string | null, change: Partial<ChartCard> = {}): ChartCard {
  const person = { id: `person-${n}`, handle: 'x', name: holder ?? '' } as ChartCard['holders'][0]['person'];
  return {
    id: String(n),
    parentId: n === 0 ? null : '0',
    title: n === 0 ? 'Leiterin <IT>' : 'Sachbearbeitung',
    unit: 'IT',
    unitId: 'it',
    site: 'Hamburg',
    holders: holder === null ? [] : [{ person, share: 100 }],
    vacantSince: holder === null ? '2026-03-01' : null,
    direct: n === 0 ? 3 : 0,
    total: n === 0 ? 3 : 0,
    dotted: [],
    ...change,
  };
}

const cards = [
  seat(0, 'Ayşe Yılmaz-Çelik'),
  seat(1, 'محمد الأحمد'),
  seat(2, null),
  seat(3, 'Jonas Böttger', {
    holders: [
      {
        person: { ...seat(3, 'Jonas Böttger').holders[0]?.person, photo: '/files/face' } as never,
        share: 100,
        awayUntil: '2026-12-09',
      },
    ],
  }),
];
const view = {
  chart: { id: 'c', kind: 'company', name: 'Hansa' },
  on: '2026-11-28',
  isToday: true,
  since: null,
  focusId: '0',
  focusMissing: false,
  cards,
  roots: 1,
  size: 4,
} satisfies ChartView;
const picture = (shown: ChartView) => {
  const model = modelOf(shown, {});
  return drawChart(reader, model, asPicture(model, false));
};
const scene = picture(view);
const texts = scene.shapes.flatMap((shape: Shape) => (shape.kind === 'text' ? [shape.text] : []));

test('holds what the cards say, and neither faces nor absences', () => {
  expect(texts).toEqual(
    expect.arrayContaining(['Ayşe Yılmaz-Çelik', 'محمد الأحمد', 'Jonas Böttger', 'Unbesetzt']),
  );
  const svg = toSvg(scene, 'Hansa & Co');
  expect(svg).toContain('<title>Hansa &amp; Co</title>');
  expect(svg).toContain('Leiterin &lt;IT&gt;');
  expect(svg).not.toMatch(/files\/face|2026-12|9\. Dez|abwesend/);
});

test('a branch that is cut off says how many are left out', () => {
  const cut = picture({ ...view, cards: [seat(0, 'Ayşe', { direct: 28, total: 28 }), seat(1, 'B')] });
  expect(cut.shapes).toContainEqual(expect.objectContaining({ kind: 'text', text: '+27 weitere' }));
});

test('an SVG brings the letters it needs and no others', () => {
  const faces = (svg: string) => svg.match(/@font-face/g)?.length;
  const latin = {
    ...scene,
    shapes: scene.shapes.filter((shape) => shape.kind === 'text' && /^IT/.test(shape.text)),
  };
  expect([faces(toSvg(latin, 'x')), faces(toSvg(scene, 'x'))]).toEqual([1, 2]);
});

test('a program without typefaces gets outlines', async () => {
  expect(toOutlinedSvg(scene, 1)).not.toContain('<text');
  const png = await toPng(scene);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
});

test('a PDF embeds its letters, one sheet or all of them small on a first one', async () => {
  const captions = {
    title: 'Hansa',
    day: 'Stand heute',
    company: 'Hansa',
    page: () => '',
    overview: 'Übersicht',
    continued: (names: string) => names,
  };
  const { layout, pages } = onOneSheet(modelOf(view, {}), 'a4', false);
  const pdf = async (laid: Pages) =>
    (await toPdf(drawChart(reader, modelOf(view, {}), layout), laid, captions, palette)).toString('latin1');
  const one = await pdf(pages);
  expect(one.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(one.match(/\/FontFile2/g)).toHaveLength(3);
  const two = await pdf({ ...pages, tiles: [layout.box, layout.box] });
  expect(two.match(/\/Type \/Page\b/g)).toHaveLength(3);
});

test('each script is written by a face that has it, Arabic from the right', () => {
  const runs = (text: string) => runsOf(text, 400).map((run) => run.text);
  expect(runs('Şükrü Żółć Ωмега ế')).toEqual(['Şükrü Żółć Ωмега ế']);
  expect(runs('محمد الأحمد (IT)')).toEqual(['(IT)', 'محمد الأحمد ']);
  expect(runs('🎉 Paul 李')).toEqual(['Paul □']);
});

test('long texts are cut, or take a second line', () => {
  const long = 'Leiterin Produktionsplanung und Steuerung Presswerk';
  const cut = fitText(long, 400, 12, 100);
  expect(cut).toMatch(/^Leiterin.*…$/);
  expect(widthOf(cut, 400) * 12).toBeLessThanOrEqual(100);
  expect(twoLines(long, 400, 12, 200)).toEqual(['Leiterin Produktionsplanung und', 'Steuerung Presswerk']);
  expect(fitText('kurz', 400, 12, 100)).toBe('kurz');
});
