import { drawStill } from './draw-still.ts';
import { openImage } from './open-image.ts';
import type { PreparedImage } from './prepare-image.ts';

/** For faces of 20 to 48 and up to 96 pixels on a page, on screens that show two or three dots for one. */
const WIDTHS = [96, 192, 384];

/** A square of a picture as it is seen, upright: its left, top and side as shares (0 to 1) of width, height and width. */
export type Square = { x: number; y: number; side: number };

/**
 * Draws the face of somebody's profile: a square of the picture in a few widths, upright, on white where it lets something through,
 * without what the camera wrote. Of a moving picture, the first frame.
 * @param square what to keep; null for the largest in the middle
 * @returns null for bytes that cannot be drawn, or only at too high a cost (see {@link openImage})
 */
export async function prepareFace(bytes: Uint8Array, square: Square | null): Promise<PreparedImage | null> {
  try {
    const { autoOrient: upright } = await openImage(bytes, 'first').metadata();
    const side = WIDTHS.at(-1) as number;
    const face = openImage(bytes, 'first')
      .autoOrient()
      .extract(place(upright, square))
      .resize(side, side)
      .flatten({ background: '#fff' });
    return await drawStill(face, WIDTHS);
  } catch {
    return null;
  }
}

/** The square in whole pixels, moved and made smaller as far as it stands beyond an edge. */
function place({ width, height }: { width: number; height: number }, square: Square | null) {
  const most = Math.min(width, height);
  const side = square ? within(1, Math.round(square.side * width), most) : most;
  const left = square ? Math.round(square.x * width) : Math.floor((width - side) / 2);
  const top = square ? Math.round(square.y * height) : Math.floor((height - side) / 2);
  return {
    left: within(0, left, width - side),
    top: within(0, top, height - side),
    width: side,
    height: side,
  };
}

function within(least: number, value: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
