import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { fileReadable } from './file.policy.ts';
import { storageKeys } from './storage-keys.ts';

export type StoredFile = {
  bytes: Uint8Array;
  name: string;
  mediaType: string;
  /** A picture that we drew ourselves: the only kind that a browser may show. */
  picture: boolean;
};

type Row = { name: string; media_type: string; storage_key: string; widths: number[] };

/**
 * The bytes of a file; of a picture, the smallest variant that is at least `width` wide.
 * @throws AppError not_found where the actor may not read it, too: existence is a secret.
 */
export async function readFile(
  parts: Pick<Parts, 'db' | 'files'>,
  actor: Actor,
  fileId: string,
  width: number | null,
): Promise<StoredFile> {
  if (!isUuid(fileId)) throw new AppError('not_found');
  const [row] = await parts.db.$queryRaw<Row[]>`
    SELECT f.name, f.media_type, f.storage_key, f.widths FROM file f
    WHERE f.id = ${fileId}::uuid AND f.scan = 'clean' AND ${fileReadable(actor)}`;
  if (!row) throw new AppError('not_found');
  const keys = storageKeys({ storageKey: row.storage_key, widths: row.widths });
  const fitting = width === null ? -1 : row.widths.findIndex((kept) => kept >= width);
  const bytes = await parts.files.get(keys.at(fitting) as string);
  if (!bytes) throw new AppError('not_found');
  const picture = row.widths.length > 0;
  // Drawn anew: it is no longer what its name ended with.
  const name = picture ? row.name.replace(/\.[\p{L}\p{N}]{1,10}$|$/u, '.webp') : row.name;
  return { bytes, name, mediaType: row.media_type, picture };
}
