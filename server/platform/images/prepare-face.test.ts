import sharp from 'sharp';
import { expect, test } from 'vitest';
import { prepareFace } from './prepare-face.ts';

/** Four fields of a colour each: red, green / blue, white. */
async function fields(width: number, height: number) {
  const half = { width: width / 2, height: height / 2 };
  const field = (background: string) => ({ create: { ...half, channels: 3 as const, background } });
  return sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([
    { input: field('#f00'), left: 0, top: 0 },
    { input: field('#0f0'), left: half.width, top: 0 },
    { input: field('#00f'), left: 0, top: half.height },
  ]);
}

/** What colour most of it has. */
async function colour(bytes: Uint8Array | undefined) {
  const { dominant } = await sharp(bytes).stats();
  const [r, g, b] = [dominant.r, dominant.g, dominant.b].map((value) => value > 128);
  return `${r ? 'r' : ''}${g ? 'g' : ''}${b ? 'b' : ''}`;
}

test.each([
  ['left above', { x: 0, y: 0, side: 0.25 }, 'r'],
  ['right above', { x: 0.6, y: 0, side: 0.25 }, 'g'],
  ['left below', { x: 0, y: 0.5, side: 0.25 }, 'b'],
  ['beyond the edge', { x: 3, y: -1, side: 0.25 }, 'g'],
])('is the square that was chosen: %s', async (_where, square, expected) => {
  const face = await prepareFace(await (await fields(400, 200)).png().toBuffer(), square);
  expect([face?.width, face?.height, face?.variants.map(({ width }) => width)]).toEqual([
    384,
    384,
    [96, 192, 384],
  ]);
  expect(await colour(face?.variants[0]?.bytes)).toBe(expected);
});

test('is cut from the picture as it is seen, not as the camera held it, and says nothing of the camera', async () => {
  // Turned by a quarter to the right, left below comes to stand left above.
  const turned = await (await fields(400, 200))
    .jpeg()
    .withExif({ IFD0: { Copyright: 'secret' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const face = await prepareFace(turned, { x: 0, y: 0, side: 0.5 });
  expect(await colour(face?.variants[0]?.bytes)).toBe('b');
  for (const { bytes, width } of face?.variants ?? []) {
    const metadata = await sharp(bytes).metadata();
    expect([metadata.format, metadata.width, metadata.height, metadata.exif]).toEqual([
      'webp',
      width,
      width,
      undefined,
    ]);
  }
});

test('is the middle where nothing was chosen, on white where it lets something through', async () => {
  const wide = sharp({ create: { width: 300, height: 100, channels: 3, background: '#f00' } }).composite([
    {
      input: { create: { width: 100, height: 100, channels: 3, background: '#00f' } },
      left: 100,
      top: 0,
    },
  ]);
  const middle = await prepareFace(await wide.png().toBuffer(), null);
  expect(await colour(middle?.variants[0]?.bytes)).toBe('b');
  const clear = { create: { width: 50, height: 50, channels: 4 as const, background: '#00000000' } };
  const onWhite = await prepareFace(await sharp(clear).png().toBuffer(), null);
  expect(await colour(onWhite?.variants[0]?.bytes)).toBe('rgb');
});

test('is none of what is no picture, or far too large', async () => {
  expect(await prepareFace(Buffer.from('GIF89a<script>'), null)).toBeNull();
  const background = { width: 8_000, height: 8_000, channels: 3 as const, background: '#777' };
  expect(await prepareFace(await sharp({ create: background }).png().toBuffer(), null)).toBeNull();
});
