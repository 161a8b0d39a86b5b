import sharp from 'sharp';

/** A picture of ours as JPEG, for programs that know nothing younger. */
export async function drawJpeg(picture: Uint8Array): Promise<Uint8Array> {
  return sharp(picture).jpeg({ quality: 85 }).toBuffer();
}
