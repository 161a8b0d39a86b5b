import type { FileView } from '#server/domain/conversation/entry.view.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import { isUuid } from '#server/platform/ids.ts';
import { FILES_MOST } from './file-limits.schema.ts';
import { fileView } from './file-view.ts';

/**
 * Of these files, those that the actor uploaded and has not attached to anything: what a draft may still send. Of any other
 * nothing is said, not even that it exists.
 */
export async function waitingUploads(
  db: Database,
  actor: Pick<Actor, 'personId'>,
  fileIds: readonly string[],
): Promise<FileView[]> {
  const ids = fileIds.filter(isUuid).slice(0, FILES_MOST);
  if (ids.length === 0) return [];
  const rows = await db.file.findMany({
    where: { id: { in: ids }, ownerId: actor.personId, scan: 'clean', attachmentAsFile: { none: {} } },
  });
  return rows.map(fileView);
}
