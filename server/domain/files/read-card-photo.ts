import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { isAppError } from '#server/platform/errors.ts';
import { drawJpeg } from '#server/platform/images/draw-jpeg.ts';
import { readFile } from './read-file.ts';

/** Shown as large as a hand on a phone; an address book keeps it whole. */
const WIDTH = 384;

/** A photo as a contact card carries it: JPEG, which every address book reads. Null for who may not see it. */
export async function readCardPhoto(
  parts: Pick<Parts, 'db' | 'files'>,
  actor: Actor,
  fileId: string,
): Promise<Uint8Array | null> {
  try {
    const { bytes } = await readFile(parts, actor, fileId, { width: WIDTH, as: 'webp' });
    return await drawJpeg(bytes);
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found') return null;
    throw error;
  }
}
