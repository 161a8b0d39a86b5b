import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagesFor, tileName, windows } from './pages.ts';
import { SMALLEST } from './scene.ts';

const card = (x: number, y: number) => ({ x, y, width: 236, height: 84 });
const boxOf = (cards: { x: number; y: number }[]) => {
  const [x, y] = [Math.min(...cards.map((one) => one.x)), Math.min(...cards.map((one) => one.y))];
  return {
    x,
    y,
    width: Math.max(...cards.map((one) => one.x)) + 236 - x,
    height: Math.max(...cards.map((one) => one.y)) + 84 - y,
  };
};

test('a small chart stands on one sheet, a wide one on a wide sheet', () => {
  const cards = [card(0, 0), card(300, 0), card(600, 0)];
  const { tiles, sheet } = pagesFor({ box: boxOf(cards), cards }, 'a4', false);
  expect(tiles).toHaveLength(1);
  expect(sheet.width).toBeGreaterThan(sheet.height);
});

test('whatever the chart, each card stands whole on a sheet, in letters of 8 pt or more', () => {
  const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 4000 })), {
    minLength: 1,
    maxLength: 80,
  });
  fc.assert(
    fc.property(places, fc.constantFrom('a4' as const, 'a3' as const), (drawn, paper) => {
      const cards = drawn.map(([x, y]) => card(x, y));
      const { tiles, scale } = pagesFor({ box: boxOf(cards), cards }, paper, false);
      expect(scale * SMALLEST).toBeGreaterThanOrEqual(8 - 1e-9);
      for (const one of cards) {
        const whole = tiles.some(
          ({ box }) =>
            box.x <= one.x &&
            box.y <= one.y &&
            box.x + box.width >= one.x + one.width - 1e-6 &&
            box.y + box.height >= one.y + one.height - 1e-6,
        );
        expect(whole).toBe(true);
      }
    }),
  );
});

test('on one sheet, if somebody wants it so', () => {
  const cards = Array.from({ length: 60 }, (_, n) => card(n * 256, 0));
  const scene = { box: boxOf(cards), cards };
  expect(pagesFor(scene, 'a4', false).tiles.length).toBeGreaterThan(1);
  expect(pagesFor(scene, 'a4', true).tiles).toHaveLength(1);
});

test('what is longer than a sheet is cut, and comes to an end', () => {
  expect(windows([{ from: 0, to: 1000 }], { from: 0, to: 1000 }, 400)).toEqual([0, 400, 800]);
});

test('sheets are called as on a map', () => {
  const name = (column: number, row: number) => tileName({ column, row });
  expect([name(0, 0), name(25, 1), name(26, 2), name(51, 0)]).toEqual(['A1', 'Z2', 'AA3', 'AZ1']);
});
