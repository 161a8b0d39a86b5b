import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { createAudience } from './create-audience.ts';
import { joinAudience } from './join-audience.ts';

/** "Only the two": the audience of exactly two persons, made at first use. Returns its id. */
export async function pairAudience(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock' | 'events'>,
  a: string,
  b: string,
): Promise<string> {
  const naturalKey = `pair:${[a, b].sort().join(':')}`;
  const existing = await tx.audience.findUnique({ where: { naturalKey }, select: { id: true } });
  if (existing) return existing.id;
  const audienceId = await createAudience(tx, parts, { kind: 'persons', open: false, naturalKey });
  for (const personId of new Set([a, b])) {
    await joinAudience(tx, parts, { audienceId, personId, cause: 'named', deliver: true });
  }
  return audienceId;
}
