import sharp from 'sharp';

/** The widths that a picture is kept in, as far as it is that wide itself. */
const WIDTHS = [480, 960, 1920];
/** A picture of a phone has 12 to 50 million; what unpacks to more is meant to hurt. */
const PIXELS_MOST = 60_000_000;
const QUALITY = 80;
const BLUR_WIDTH = 16;

export type PreparedImage = {
  /** Of the largest variant, in pixels. */
  width: number;
  height: number;
  /** A few pixels as a data address, to stand there until the picture is loaded. */
  blur: string;
  /** WebP, narrowest first. */
  variants: { width: number; bytes: Uint8Array }[];
};

/**
 * Draws a picture anew in a few widths: turned upright, without what the camera wrote about place, time and device (EXIF,
 * XMP, IPTC), so that nothing of the uploaded bytes is ever sent to anybody. A moving picture keeps moving. Null for
 * bytes that cannot be drawn, or only at a cost that nobody should pay (see PIXELS_MOST; all frames count).
 */
export async function prepareImage(bytes: Uint8Array): Promise<PreparedImage | null> {
  try {
    const open = (pages: number) => sharp(bytes, { limitInputPixels: PIXELS_MOST, pages, failOn: 'error' });
    const { width, pageHeight, height, orientation = 1, pages = 1 } = await open(-1).metadata();
    if (!width || !height) return null;
    const upright = orientation >= 5 ? (pageHeight ?? height) : width;
    const widths = [
      ...WIDTHS.filter((wanted) => wanted < upright),
      Math.min(upright, WIDTHS.at(-1) ?? upright),
    ];
    const variants: PreparedImage['variants'] = [];
    for (const wanted of [...new Set(widths)]) {
      const drawn = open(pages > 1 ? -1 : 1)
        .autoOrient()
        .resize({ width: wanted, withoutEnlargement: true });
      variants.push({ width: wanted, bytes: await drawn.webp({ quality: QUALITY }).toBuffer() });
    }
    const largest = variants.at(-1);
    if (!largest) return null;
    const size = await sharp(largest.bytes).metadata();
    const blur = await open(1).autoOrient().resize({ width: BLUR_WIDTH }).webp({ quality: 40 }).toBuffer();
    return {
      width: size.width,
      height: size.pageHeight ?? size.height,
      blur: `data:image/webp;base64,${blur.toString('base64')}`,
      variants,
    };
  } catch {
    return null;
  }
}
