import sharp, { type Sharp } from 'sharp';

/** The widths that a picture is kept in, as far as it is that wide itself. */
const WIDTHS = [480, 960, 1920];
/** A picture of a phone has 12 to 50 million; what unpacks to more is meant to hurt. */
const PIXELS_MOST = 60_000_000;
const QUALITY = 80;
/** Almost without loss, and quickly done: see {@link PreparedImage.master}. */
const MASTER = { quality: 95, effort: 0 };
const BLUR_WIDTH = 16;

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

/** Unpacks the bytes anew: all frames of them, or the first. */
type Open = (frames: 'all' | 'first') => Sharp;

/**
 * Draws a picture anew in a few widths: turned upright, without what the camera wrote about place, time and device (EXIF,
 * XMP, IPTC), so that nothing of the uploaded bytes is ever sent to anybody. A moving picture keeps moving. Null for
 * bytes that cannot be drawn, or only at a cost that nobody should pay (see PIXELS_MOST; all frames count).
 */
export async function prepareImage(bytes: Uint8Array): Promise<PreparedImage | null> {
  try {
    const open: Open = (frames) => {
      const pages = frames === 'all' ? -1 : 1;
      return sharp(bytes, { limitInputPixels: PIXELS_MOST, pages, failOn: 'error' });
    };
    const { width, pageHeight, height, orientation = 1, pages = 1 } = await open('all').metadata();
    if (!width || !height) return null;
    const widths = widthsOf(orientation >= 5 ? (pageHeight ?? height) : width);
    return await (pages > 1 ? drawMoving(open, widths) : drawStill(open, widths));
  } catch {
    return null;
  }
}

function widthsOf(own: number): number[] {
  return own >= Math.max(...WIDTHS) ? WIDTHS : [...WIDTHS.filter((wanted) => wanted < own), own];
}

/** Unpacked once, in the largest width; everything is drawn from that, at the same time. */
async function drawStill(open: Open, widths: number[]): Promise<PreparedImage> {
  const { data, info } = await open('first')
    .autoOrient()
    .resize({ width: widths.at(-1) })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const drawn = (wanted: number) =>
    sharp(data, { raw: { width, height, channels } }).resize({ width: wanted });
  const [blur, master, ...variants] = await Promise.all([
    blurOf(drawn(BLUR_WIDTH)),
    drawn(width).webp(MASTER).toBuffer(),
    ...widths.map((wanted) => drawn(wanted).webp({ quality: QUALITY }).toBuffer()),
  ]);
  return {
    width,
    height,
    blur,
    master,
    variants: variants.map((bytes, index) => ({ width: widths[index] as number, bytes })),
  };
}

/** One width after the other: each holds all frames unpacked. */
async function drawMoving(open: Open, widths: number[]): Promise<PreparedImage> {
  const variants: PreparedImage['variants'] = [];
  for (const width of widths) {
    const drawn = open('all').autoOrient().resize({ width });
    variants.push({ width, bytes: await drawn.webp({ quality: QUALITY }).toBuffer() });
  }
  const { width, pageHeight, height } = await sharp(variants.at(-1)?.bytes).metadata();
  const blur = await blurOf(open('first').autoOrient().resize({ width: BLUR_WIDTH }));
  return { width, height: pageHeight ?? height, blur, variants, master: null };
}

async function blurOf(drawn: Sharp): Promise<string> {
  return `data:image/webp;base64,${(await drawn.webp({ quality: 40 }).toBuffer()).toString('base64')}`;
}
