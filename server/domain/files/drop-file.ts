import type { Parts } from '#server/domain/parts.ts';
import { storageKeys } from './storage-keys.ts';

/**
 * Removes a file that nothing holds any more, its bytes first: where the store does not answer, the row stays, and the sweep tries
 * again.
 */
export async function dropFile({ db, files }: Pick<Parts, 'db' | 'files'>, fileId: string): Promise<void> {
  const file = await db.file.findUnique({ where: { id: fileId } });
  if (!file) return;
  for (const key of storageKeys(file)) await files.remove(key);
  await db.file.deleteMany({ where: { id: fileId } });
}
