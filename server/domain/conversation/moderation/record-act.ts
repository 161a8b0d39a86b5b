import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { ModerationKind } from '#server/platform/database/schema.ts';

/** Writes an act of moderation into the log, in the caller's transaction. */
export async function recordAct(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock'>,
  actor: Actor,
  entryId: string,
  act: ModerationKind,
  reason: string,
): Promise<{ id: string }> {
  const id = parts.ids.next();
  const createdAt = parts.clock.now();
  await tx.moderationAct.create({
    data: { id, entryId, moderatorId: actor.personId, act, reason, createdAt },
  });
  return { id };
}
