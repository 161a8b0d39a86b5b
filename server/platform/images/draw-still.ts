import sharp, { type Sharp } from 'sharp';
import type { PreparedImage } from './prepare-image.ts';

export const WEBP = { quality: 80 };
/** Almost without loss, and quickly done: see PreparedImage.master. */
const MASTER = { quality: 95, effort: 0 };
const BLUR_WIDTH = 16;

/**
 * A picture that does not move in all its widths. Unpacked once, in the largest; everything is drawn from that, at the same time.
 * @param opened already upright, cut to what is to be seen, and as wide as the last of `widths`
 */
export async function drawStill(opened: Sharp, widths: readonly number[]): Promise<PreparedImage> {
  const { data, info } = await opened.raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const unpacked = () => sharp(data, { raw: { width, height, channels } });
  const [blur, master, ...variants] = await Promise.all([
    blurOf(unpacked()),
    unpacked().webp(MASTER).toBuffer(),
    ...widths.map((wanted) => unpacked().resize({ width: wanted }).webp(WEBP).toBuffer()),
  ]);
  return {
    width,
    height,
    blur,
    master,
    variants: variants.map((bytes, index) => ({ width: widths[index] as number, bytes })),
  };
}

/** A few pixels of a picture as a data address. */
export async function blurOf(opened: Sharp): Promise<string> {
  const bytes = await opened.resize({ width: BLUR_WIDTH }).webp({ quality: 40 }).toBuffer();
  return `data:image/webp;base64,${bytes.toString('base64')}`;
}
