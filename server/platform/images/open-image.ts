import sharp, { type Sharp } from 'sharp';

/** A picture of a phone has 12 to 50 million; what unpacks to more is meant to hurt. All frames count. */
const PIXELS_MOST = 60_000_000;

/** Uploaded bytes as a picture, all frames of it or the first. What is damaged, or too large to unpack, fails when it is drawn. */
export function openImage(bytes: Uint8Array, frames: 'all' | 'first'): Sharp {
  const pages = frames === 'all' ? -1 : 1;
  return sharp(bytes, { limitInputPixels: PIXELS_MOST, pages, failOn: 'error' });
}
