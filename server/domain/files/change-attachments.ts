import type { Actor } from '#server/domain/identity/actor.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { attachFiles } from './attach-files.ts';
import type { AttachmentInput } from './attachments.schema.ts';

/**
 * Hangs these files, and no others, on an entry of the actor's that nobody has read yet, in this order, with what they
 * say of each. What is taken away hangs on nothing from then on, and is swept like any upload that was never sent.
 * @throws AppError invalid (attachments) as {@link attachFiles}; nothing is changed then.
 */
export async function changeAttachments(
  tx: Tx,
  actor: Pick<Actor, 'personId'>,
  entryId: string,
  attachments: readonly AttachmentInput[],
): Promise<void> {
  // All are taken down first: what hung here is then as free as what was just uploaded, and asked for in the same way.
  await tx.attachment.deleteMany({ where: { entryId } });
  await attachFiles(tx, actor, entryId, attachments);
}
