import sharp from 'sharp';
import { blurOf, drawStill, WEBP } from './draw-still.ts';
import { openImage } from './open-image.ts';

/** The widths that a picture is kept in, as far as it is that wide itself. */
const WIDTHS = [480, 960, 1920];

export type PreparedImage = {
  /** Of the largest variant, in pixels. */
  width: number;
  height: number;
  /** A few pixels as a data address, to stand there until the picture is loaded. */
  blur: string;
  /** WebP, narrowest first. */
  variants: { width: number; bytes: Uint8Array }[];
  /** What {@link drawAvif} draws from afterwards, as WebP; null for a moving picture, which it cannot draw. */
  master: Uint8Array | null;
};

/**
 * Draws a picture anew in a few widths: turned upright, without what the camera wrote about place, time and device (EXIF,
 * XMP, IPTC), so that nothing of the uploaded bytes is ever sent to anybody. A moving picture keeps moving. Null for
 * bytes that cannot be drawn, or only at a cost that nobody should pay (see {@link openImage}).
 */
export async function prepareImage(bytes: Uint8Array): Promise<PreparedImage | null> {
  try {
    const {
      width,
      pageHeight,
      height,
      orientation = 1,
      pages = 1,
    } = await openImage(bytes, 'all').metadata();
    if (!width || !height) return null;
    const widths = widthsOf(orientation >= 5 ? (pageHeight ?? height) : width);
    if (pages > 1) return await drawMoving(bytes, widths);
    return await drawStill(
      openImage(bytes, 'first')
        .autoOrient()
        .resize({ width: widths.at(-1) }),
      widths,
    );
  } catch {
    return null;
  }
}

function widthsOf(own: number): number[] {
  return own >= Math.max(...WIDTHS) ? WIDTHS : [...WIDTHS.filter((wanted) => wanted < own), own];
}

/** One width after the other: each holds all frames unpacked. */
async function drawMoving(bytes: Uint8Array, widths: number[]): Promise<PreparedImage> {
  const variants: PreparedImage['variants'] = [];
  for (const width of widths) {
    const drawn = openImage(bytes, 'all').autoOrient().resize({ width });
    variants.push({ width, bytes: await drawn.webp(WEBP).toBuffer() });
  }
  const { width, pageHeight, height } = await sharp(variants.at(-1)?.bytes).metadata();
  const blur = await blurOf(openImage(bytes, 'first').autoOrient());
  return { width, height: pageHeight ?? height, blur, variants, master: null };
}
