import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { fileReadable } from './file.policy.ts';
import { pictureKey } from './storage-keys.ts';

export type StoredFile = {
  bytes: Uint8Array;
  name: string;
  mediaType: string;
  /** A picture that we drew ourselves: the only kind that a browser may show. */
  picture: boolean;
  /** Somebody's photo: another one has another address. */
  face: boolean;
};

/** Which of a picture's variants: at least so wide, null for the widest; as WebP unless asked otherwise. */
export type Variant = { width: number | null; as: 'webp' | 'avif' };

type Row = {
  name: string;
  mediaType: string;
  storageKey: string;
  widths: number[];
  avif: boolean | null;
  face: boolean;
};

/**
 * The bytes of a file; of a picture, the smallest variant that is at least as wide as asked. As AVIF only where it is kept
 * so: else, as WebP.
 * @throws AppError not_found where the actor may not read it, too: existence is a secret.
 */
export async function readFile(
  parts: Pick<Parts, 'db' | 'files'>,
  actor: Actor,
  fileId: string,
  { width, as }: Variant,
): Promise<StoredFile> {
  if (!isUuid(fileId)) throw new AppError('not_found');
  const [row] = await parts.db.$queryRaw<Row[]>`
    SELECT f.name, f.media_type AS "mediaType", f.storage_key AS "storageKey", f.widths, f.avif,
      EXISTS (SELECT 1 FROM person p WHERE p.photo_file_id = f.id) AS face
    FROM file f
    WHERE f.id = ${fileId}::uuid AND f.scan = 'clean' AND ${fileReadable(actor)}`;
  if (!row) throw new AppError('not_found');
  const widest = row.widths.at(-1);
  if (widest === undefined) {
    const { name, mediaType, face } = row;
    return { bytes: await stored(row.storageKey), name, mediaType, picture: false, face };
  }
  const fitting = row.widths.find((kept) => width !== null && kept >= width) ?? widest;
  const kind = as === 'avif' && row.avif ? 'avif' : 'webp';
  return {
    bytes: await stored(pictureKey(row, fitting, kind)),
    // Drawn anew: it is no longer what its name ended with.
    name: row.name.replace(/\.[\p{L}\p{N}]{1,10}$|$/u, `.${kind}`),
    mediaType: `image/${kind}`,
    picture: true,
    face: row.face,
  };

  async function stored(key: string): Promise<Uint8Array> {
    const bytes = await parts.files.get(key);
    if (!bytes) throw new AppError('not_found');
    return bytes;
  }
}
