import { writeAudit } from '#server/domain/audit/write-audit.ts';
import { type Doer, isSystem } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { mayRemovePhoto } from '#server/domain/people/people.policy.ts';
import { AppError } from '#server/platform/errors.ts';
import { dropFile } from './drop-file.ts';

/**
 * Ends somebody's consent to their photo: from that moment it is shown nowhere, and its bytes are gone from the store. By
 * themselves, or by people operations, which is written down. Nothing happens where there is none.
 * @throws AppError forbidden
 */
export async function removePhoto(
  parts: Pick<Parts, 'db' | 'events' | 'ids' | 'clock' | 'files'>,
  doer: Doer,
  personId: string,
): Promise<void> {
  const actorId = isSystem(doer) ? null : doer.personId;
  if (!isSystem(doer) && !mayRemovePhoto(doer, personId)) throw new AppError('forbidden');
  const fileId = await parts.events.transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
    const person = await tx.person.findUnique({ where: { id: personId } });
    if (!person?.photoFileId) return null;
    await tx.person.update({ where: { id: personId }, data: { photoFileId: null } });
    if (actorId !== personId) {
      const note = { action: 'person.photo_removed', subjectKind: 'person', subjectId: personId };
      await writeAudit(tx, parts, { actorId, ...note });
    }
    await parts.events.publish(tx, { type: 'person.changed', personId });
    return person.photoFileId;
  });
  if (fileId) await dropFile(parts, fileId);
}
