import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChartCard, ChartView } from '#server/domain/organisation/chart.view.ts';
import { meets } from '../canvas/viewport.ts';
import { type Box, boxOf } from '../chart-layout.ts';
import { type Model, modelOf } from '../chart-model.ts';
import { asPicture, onOneSheet, onSheets, type Paper, roomOf, windows } from './pages.ts';
import { SMALLEST } from './scene.ts';

/** A chart in which position n reports to the one at that place; without one it stands at the top. */
function chartOf(managers: readonly (number | null)[]): Model {
  const reports = (id: number) => managers.filter((manager) => manager === id).length;
  const cards = managers.map((manager, n) => ({
    id: String(n),
    parentId: manager === null ? null : String(manager),
    title: 'Sachbearbeitung',
    unit: null,
    unitId: null,
    site: null,
    holders: [],
    vacantSince: null,
    direct: reports(n),
    total: reports(n),
    dotted: [],
  })) satisfies ChartCard[];
  const roots = managers.filter((manager) => manager === null).length;
  const chart = { id: 'c', kind: 'company' as const, name: 'Hansa' };
  const day = { on: '2026-11-28', isToday: true, since: null, focusId: null, focusMissing: false };
  return modelOf({ chart, ...day, cards, roots, size: cards.length } satisfies ChartView, {});
}

/** Every position but the first ones reports to an earlier one. */
const charts = fc
  .array(fc.nat(), { minLength: 1, maxLength: 150 })
  .map((picks) => picks.map((pick, n) => (n === 0 || pick % 17 === 0 ? null : pick % n)));
const papers = fc.constantFrom<Paper[]>('a4', 'a3');
const within = (outer: Box, inner: Box) =>
  outer.x <= inner.x + 1e-6 &&
  outer.y <= inner.y + 1e-6 &&
  outer.x + outer.width >= inner.x + inner.width - 1e-6 &&
  outer.y + outer.height >= inner.y + inner.height - 1e-6;
const team = (span: number, size: number) =>
  Array.from({ length: size }, (_, n) => (n === 0 ? null : Math.floor((n - 1) / span)));

test('whatever the chart, each card stands once and whole on a sheet, in letters of 8 pt or more', () => {
  fc.assert(
    fc.property(charts, papers, (managers, paper) => {
      const { layout, pages } = onSheets(chartOf(managers), paper, false);
      expect(pages.scale * SMALLEST).toBeGreaterThanOrEqual(8 - 1e-9);
      expect(layout.nodes.map((node) => node.id).sort()).toEqual(managers.map((_, n) => String(n)).sort());
      const room = roomOf(pages.sheet);
      for (const tile of pages.tiles) {
        expect(tile.width * pages.scale).toBeLessThanOrEqual(room.width + 1e-6);
        expect(tile.height * pages.scale).toBeLessThanOrEqual(room.height + 1e-6);
      }
      for (const node of layout.nodes) expect(pages.tiles.some((tile) => within(tile, node))).toBe(true);
    }),
  );
});

test('no card stands on another one, and all stand in the picture', () => {
  fc.assert(
    fc.property(charts, (managers) => {
      const { nodes, box } = asPicture(chartOf(managers), false);
      for (const [n, one] of nodes.entries()) {
        expect(within(box, one)).toBe(true);
        expect(nodes.slice(n + 1).some((other) => meets(one, other))).toBe(false);
      }
    }),
  );
});

test('a small chart stands on one sheet, in letters of more than 8 pt', () => {
  const { pages } = onSheets(chartOf(team(4, 12)), 'a4', false);
  expect(pages.tiles).toHaveLength(1);
  expect(pages.scale * SMALLEST).toBeGreaterThan(8.5);
});

test('what a window shows of a chart fits on one sheet', () => {
  // A team of eight, eight beside their manager, five beside the one above, and a chart with two tops.
  const managers = [null, null, ...Array(6).fill(0), ...Array(9).fill(2), ...Array(8).fill(8)];
  expect(onSheets(chartOf(managers), 'a4', false).pages.tiles).toHaveLength(1);
});

test('five hundred take no more sheets than one would carry home', () => {
  const sheets = (paper: Paper, span: number) =>
    onSheets(chartOf(team(span, 500)), paper, false).pages.tiles.length;
  expect(sheets('a4', 6)).toBeLessThanOrEqual(17);
  expect(sheets('a3', 6)).toBeLessThanOrEqual(9);
  expect(sheets('a4', 40)).toBeLessThanOrEqual(17);
});

test('nobody stands at the foot of a sheet with all of their team on the next one', () => {
  const managers = team(6, 500);
  const { layout, pages } = onSheets(chartOf(managers), 'a4', false);
  const sheetOf = new Map(
    layout.nodes.map((node) => [node.id, pages.tiles.findIndex((tile) => within(tile, node))]),
  );
  const leaders = [...new Set(managers)].filter((manager) => manager !== null);
  const apart = leaders.filter(
    (leader) =>
      !managers.some((one, n) => one === leader && sheetOf.get(String(n)) === sheetOf.get(String(leader))),
  );
  expect(apart).toEqual([]);
});

test('on one sheet, if somebody wants it so', () => {
  const { layout, pages } = onOneSheet(chartOf(team(6, 500)), 'a3', false);
  expect(pages.tiles).toEqual([layout.box]);
  expect(within({ ...roomOf(pages.sheet), x: 0, y: 0 }, scaled(layout.box, pages.scale))).toBe(true);
});

test('a picture has about the shape of a screen', () => {
  const { box } = asPicture(chartOf(team(6, 500)), false);
  expect(box.width / box.height).toBeGreaterThan(1);
  expect(box.width / box.height).toBeLessThan(2.4);
});

test('what is longer than a sheet is cut, and comes to an end', () => {
  expect(windows([{ from: 0, to: 1000 }], { from: 0, to: 1000 }, 400)).toEqual([0, 400, 800]);
});

function scaled(box: Box, scale: number): Box {
  return boxOf([{ x: 0, y: 0, width: box.width * scale, height: box.height * scale }]);
}
