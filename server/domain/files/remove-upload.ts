import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { storageKeys } from './storage-keys.ts';

/**
 * Throws away what the actor uploaded and has not attached to anything.
 * @throws AppError not_found for what is not theirs, or hangs on something.
 */
export async function removeUpload(
  parts: Pick<Parts, 'db' | 'files'>,
  actor: Pick<Actor, 'personId'>,
  fileId: string,
): Promise<void> {
  if (!isUuid(fileId)) throw new AppError('not_found');
  const file = await parts.db.file.findFirst({
    where: { id: fileId, ownerId: actor.personId, attachmentAsFile: { none: {} } },
  });
  if (!file) throw new AppError('not_found');
  await parts.db.file.delete({ where: { id: file.id } });
  for (const key of storageKeys(file)) await parts.files.remove(key);
}
