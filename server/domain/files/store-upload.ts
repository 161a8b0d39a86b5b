import type { FileView } from '#server/domain/conversation/entry.view.ts';
import { type Actor, mayWrite } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { prepareImage } from '#server/platform/images/prepare-image.ts';
import { fileView } from './file-view.ts';
import { keepPicture } from './keep-picture.ts';
import { screenUpload, type Upload } from './screen-upload.ts';

const PLAIN = 'application/octet-stream';

type Needs = Pick<Parts, 'db' | 'ids' | 'clock' | 'files' | 'scan' | 'log'>;

/**
 * Takes a file from somebody who may write. Only its uploader can read it until it is attached to something. A picture is
 * drawn anew and the uploaded bytes are thrown away (as AVIF by a job, afterwards: drawDueAvifs); everything else is kept as
 * it is and only ever handed out to save.
 * @throws AppError forbidden for readers; invalid (file) and unavailable as {@link screenUpload}; invalid (file) for a picture that
 *   cannot be drawn.
 */
export async function storeUpload(parts: Needs, actor: Actor, upload: Upload): Promise<FileView> {
  if (!mayWrite(actor)) throw new AppError('forbidden');
  const { name, kind } = await screenUpload(parts, upload);
  const kept = kind ? await drawAnew(parts, upload.bytes) : await keepAsItIs(parts, upload.bytes);
  const row = { ...kept, ownerId: actor.personId, name };
  await parts.db.file.create({ data: row });
  return fileView(row);
}

async function drawAnew(parts: Needs, bytes: Uint8Array) {
  const image = await prepareImage(bytes);
  if (!image) throw invalid({ file: ['files.brokenPicture'] });
  return keepPicture(parts, image);
}

async function keepAsItIs(parts: Needs, bytes: Uint8Array) {
  const id = parts.ids.next();
  await parts.files.put(id, bytes, PLAIN);
  return {
    id,
    storageKey: id,
    widths: [],
    mediaType: PLAIN,
    bytes: bytes.length,
    width: null,
    height: null,
    blur: null,
    avif: false,
    scan: 'clean' as const,
    createdAt: parts.clock.now(),
  };
}
