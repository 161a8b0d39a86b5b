import { createHash } from 'node:crypto';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';

/**
 * Runs `write` in one transaction, unless its author has sent the very same before: then what came of that. A nervous
 * finger and a retry after a lost answer make one entry, also at the same moment; without a key each call writes.
 * @param sent all that was sent, with the key that its form made. The words count: changed meanwhile, the same form sends
 *   another thing, lest the change be taken for what got through.
 * @param write gets the key to store with the entry
 * @returns the id of the entry
 */
export function writeOnce<Sent extends { idempotencyKey?: string | undefined }>(
  parts: Pick<Parts, 'events'>,
  { personId }: Pick<Actor, 'personId'>,
  sent: Sent,
  write: (tx: Tx, idempotencyKey: string | undefined) => Promise<string>,
): Promise<{ id: string }> {
  return parts.events.transaction(async (tx) => {
    if (!sent.idempotencyKey) return { id: await write(tx, undefined) };
    const key = createHash('sha256').update(JSON.stringify(sent)).digest('base64url');
    // Two at once: the second waits here, and then finds what the first has written.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${personId + key}, 0))`;
    const earlier = await tx.entry.findUnique({
      where: { authorId_idempotencyKey: { authorId: personId, idempotencyKey: key } },
      select: { id: true },
    });
    return { id: earlier?.id ?? (await write(tx, key)) };
  });
}
