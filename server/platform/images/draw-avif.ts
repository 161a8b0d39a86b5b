import sharp from 'sharp';

/**
 * As good to the eye as our WebP, by peak signal-to-noise; one step more of effort costs six times the work for a tenth of
 * the bytes (docs/decisions/files.md).
 */
const AVIF = { quality: 55, effort: 3, chromaSubsampling: '4:2:0' } as const;

/**
 * A picture that we have drawn ourselves, once more as AVIF, in these widths and their order; without anything that the camera
 * wrote. A second of work for a large one.
 * @param master the picture almost without loss (see PreparedImage)
 */
export async function drawAvif(master: Uint8Array, widths: readonly number[]): Promise<Uint8Array[]> {
  const drawn: Uint8Array[] = [];
  // One after the other: whoever waits for a page comes before this.
  for (const width of widths) drawn.push(await sharp(master).resize({ width }).avif(AVIF).toBuffer());
  return drawn;
}
