import type { FileView } from '#server/domain/conversation/entry.view.ts';
import { type Actor, mayWrite } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { type PreparedImage, prepareImage } from '#server/platform/images/prepare-image.ts';
import { sniffImage } from '#server/platform/images/sniff-image.ts';
import { FILE_BYTES } from './file-limits.schema.ts';
import { fileName, promisesPicture } from './file-name.ts';
import { fileView } from './file-view.ts';
import { masterKey, pictureKey } from './storage-keys.ts';

const PLAIN = 'application/octet-stream';

/**
 * Takes a file from somebody who may write. Only its uploader can read it until it is attached to something. A picture is
 * drawn anew and the uploaded bytes are thrown away (as AVIF by a job, afterwards: drawDueAvifs); everything else is kept as
 * it is and only ever handed out to save.
 * @throws AppError forbidden for readers; invalid (file) for nothing, too much, a picture that is none, or a virus;
 *   unavailable where the scanner does not answer.
 */
export async function storeUpload(
  parts: Pick<Parts, 'db' | 'ids' | 'clock' | 'files' | 'scan' | 'log'>,
  actor: Actor,
  upload: { name: string; bytes: Uint8Array },
): Promise<FileView> {
  if (!mayWrite(actor)) throw new AppError('forbidden');
  const { bytes } = upload;
  const name = fileName(upload.name);
  if (bytes.length === 0) throw invalid({ file: ['files.empty'] });
  if (bytes.length > FILE_BYTES) throw invalid({ file: ['files.tooLarge'] });
  await refuseInfected(parts, bytes);
  const kind = sniffImage(bytes);
  if (!kind && promisesPicture(name)) throw invalid({ file: ['files.notAPicture'] });
  const image = kind && (await prepareImage(bytes));
  if (kind && !image) throw invalid({ file: ['files.brokenPicture'] });

  const id = parts.ids.next();
  const widths = image?.variants.map((variant) => variant.width) ?? [];
  const mediaType = image ? 'image/webp' : PLAIN;
  const blobs = image ? blobsOf({ storageKey: id, widths }, image) : new Map([[id, bytes]]);
  await Promise.all([...blobs].map(([key, blob]) => parts.files.put(key, blob, mediaType)));
  const row = {
    id,
    ownerId: actor.personId,
    storageKey: id,
    name,
    mediaType,
    bytes: image?.variants.at(-1)?.bytes.length ?? bytes.length,
    width: image?.width ?? null,
    height: image?.height ?? null,
    blur: image?.blur ?? null,
    widths,
    // Settled by the job for what has a master.
    avif: image?.master ? null : false,
    scan: 'clean' as const,
    createdAt: parts.clock.now(),
  };
  await parts.db.file.create({ data: row });
  return fileView(row);
}

function blobsOf(
  file: { storageKey: string; widths: number[] },
  { variants, master }: PreparedImage,
): Map<string, Uint8Array> {
  const blobs = new Map(variants.map(({ width, bytes }) => [pictureKey(file, width, 'webp'), bytes]));
  return master ? blobs.set(masterKey(file), master) : blobs;
}

async function refuseInfected({ scan, log }: Pick<Parts, 'scan' | 'log'>, bytes: Uint8Array): Promise<void> {
  if (!scan) return;
  const found = await scan(bytes).catch((error: unknown) => {
    log.error({ err: error }, 'the virus scanner does not answer');
    throw new AppError('unavailable');
  });
  if (found) throw invalid({ file: ['files.infected'] });
}
