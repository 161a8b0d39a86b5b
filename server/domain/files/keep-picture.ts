import type { Parts } from '#server/domain/parts.ts';
import type { PreparedImage } from '#server/platform/images/prepare-image.ts';
import { masterKey, pictureKey } from './storage-keys.ts';

/** Puts a picture that was drawn anew into the store; gives what its row in `file` says of it, without name and owner. */
export async function keepPicture(
  parts: Pick<Parts, 'ids' | 'clock' | 'files'>,
  { variants, master, width, height, blur }: PreparedImage,
) {
  const id = parts.ids.next();
  const file = { id, storageKey: id, widths: variants.map((variant) => variant.width) };
  const blobs = new Map(variants.map((one) => [pictureKey(file, one.width, 'webp'), one.bytes]));
  if (master) blobs.set(masterKey(file), master);
  await Promise.all([...blobs].map(([key, bytes]) => parts.files.put(key, bytes, 'image/webp')));
  return {
    ...file,
    mediaType: 'image/webp',
    bytes: variants.at(-1)?.bytes.length ?? 0,
    width,
    height,
    blur,
    // Settled by the job for what has a master.
    avif: master ? null : false,
    scan: 'clean' as const,
    createdAt: parts.clock.now(),
  };
}
