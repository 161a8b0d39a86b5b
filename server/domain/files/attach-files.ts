import type { Actor } from '#server/domain/identity/actor.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { invalid } from '#server/platform/errors.ts';
import type { AttachmentInput } from './attachments.schema.ts';

/**
 * Attaches what the actor uploaded to an entry that is being written, in this order, with what they say of each.
 * @throws AppError invalid (attachments) for a file that is not theirs, is gone, or hangs elsewhere already.
 */
export async function attachFiles(
  tx: Tx,
  actor: Pick<Actor, 'personId'>,
  entryId: string,
  attachments: readonly AttachmentInput[],
): Promise<void> {
  if (attachments.length === 0) return;
  const ids = attachments.map((attachment) => attachment.id);
  // Held until this text is written: two texts sent at once must not both find the file free. In one order, against deadlock.
  await tx.$queryRaw`SELECT 1 FROM file WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const free = await tx.file.count({
    where: { id: { in: ids }, ownerId: actor.personId, scan: 'clean', attachmentAsFile: { none: {} } },
  });
  if (free !== new Set(ids).size || free !== ids.length) throw invalid({ attachments: ['files.gone'] });
  for (const { id, alt, credit, consent } of attachments)
    await tx.file.update({ where: { id }, data: { altText: alt, credit, consent } });
  await tx.attachment.createMany({ data: ids.map((fileId, rank) => ({ entryId, fileId, rank })) });
}
