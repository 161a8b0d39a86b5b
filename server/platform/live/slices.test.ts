import { expect, test } from 'vitest';
import { createSlices } from './slices.ts';

test('the loop gets its turn between slices, and order is kept', async () => {
  const sent: string[] = [];
  const slices = createSlices<number>(100);
  slices.add(
    Array.from({ length: 250 }, (_, n) => n),
    (part) => sent.push(`first ${part.length}`),
  );
  slices.add([1], (part) => sent.push(`second ${part.length}`));
  let turns = 0;
  const spin = () => {
    turns += 1;
    if (sent.length < 4) setImmediate(spin);
  };
  setImmediate(spin);
  expect(sent).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(sent).toEqual(['first 100', 'first 100', 'first 50', 'second 1']);
  expect(turns).toBeGreaterThanOrEqual(3);
});
