import jsQR from 'jsqr';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawQr } from './draw-qr.ts';

/** What a camera reads from it. */
async function read(svg: string): Promise<string | null> {
  const { data, info } = await sharp(Buffer.from(svg), { density: 300 })
    .resize(900)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const found = jsQR(new Uint8ClampedArray(data), info.width, info.height);
  return found && Buffer.from(found.binaryData).toString();
}

test.each([
  ['a name with umlauts', 'BEGIN:VCARD\r\nFN:Mara Süß-Lindemann\r\nEND:VCARD'],
  ['other writing systems', 'ليلى حداد · 李小龙 · 🚀'],
  ['a long card', `BEGIN:VCARD\r\n${'NOTE:x'.repeat(120)}\r\nEND:VCARD`],
])('%s is read as it was written', async (_what, text) => {
  expect(await read(drawQr(text))).toBe(text);
});

test('more than a code holds is refused', () => {
  expect(() => drawQr('x'.repeat(4_000))).toThrow(RangeError);
});
