import sharp from 'sharp';
import type { Scene } from './scene.ts';
import { toOutlinedSvg } from './to-svg.server.ts';

/** Twice as fine as the screen, as long as the picture stays below either limit. */
const FINEST = 2;
const LONGEST_SIDE = 16_000;
const MOST_PIXELS = 30_000_000;

export async function toPng(scene: Scene): Promise<Buffer> {
  const { width, height } = scene.box;
  const scale = Math.min(
    FINEST,
    LONGEST_SIDE / Math.max(width, height),
    Math.sqrt(MOST_PIXELS / (width * height)),
  );
  const svg = Buffer.from(toOutlinedSvg(scene, scale));
  return sharp(svg, { unlimited: true }).flatten({ background: '#ffffff' }).png().toBuffer();
}
