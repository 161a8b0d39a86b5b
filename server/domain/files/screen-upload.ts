import type { Parts } from '#server/domain/parts.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { type ImageKind, sniffImage } from '#server/platform/images/sniff-image.ts';
import { FILE_BYTES } from './file-limits.schema.ts';
import { fileName, promisesPicture } from './file-name.ts';

/** A file as it comes in. */
export type Upload = { name: string; bytes: Uint8Array };

/**
 * Looks at what comes in before anything of it is kept: its name as it may be shown, and what its bytes say it is, null for
 * anything but a picture.
 * @throws AppError invalid (file) for nothing, too much, a virus, or a picture that is none; unavailable where the scanner does
 *   not answer.
 */
export async function screenUpload(
  parts: Pick<Parts, 'scan' | 'log'>,
  upload: Upload,
): Promise<{ name: string; kind: ImageKind | null }> {
  const { bytes } = upload;
  const name = fileName(upload.name);
  if (bytes.length === 0) throw invalid({ file: ['files.empty'] });
  if (bytes.length > FILE_BYTES) throw invalid({ file: ['files.tooLarge'] });
  await refuseInfected(parts, bytes);
  const kind = sniffImage(bytes);
  if (!kind && promisesPicture(name)) throw invalid({ file: ['files.notAPicture'] });
  return { name, kind };
}

async function refuseInfected({ scan, log }: Pick<Parts, 'scan' | 'log'>, bytes: Uint8Array): Promise<void> {
  if (!scan) return;
  const found = await scan(bytes).catch((error: unknown) => {
    log.error({ err: error }, 'the virus scanner does not answer');
    throw new AppError('unavailable');
  });
  if (found) throw invalid({ file: ['files.infected'] });
}
