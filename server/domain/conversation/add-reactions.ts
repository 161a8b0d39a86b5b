import type { Tx } from '#server/platform/database/client.ts';

/**
 * Adds many reactions to one entry at once, in the caller's transaction, who has made sure that the persons may
 * react to it: the sample company. Nobody is told.
 */
export async function addReactions(
  tx: Tx,
  entryId: string,
  reactions: readonly { personId: string; emoji: string; createdAt: Date }[],
): Promise<void> {
  await tx.reaction.createMany({
    data: reactions.map((reaction) => ({ entryId, ...reaction })),
    skipDuplicates: true,
  });
}
