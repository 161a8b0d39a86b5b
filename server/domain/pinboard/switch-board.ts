import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';

/** Switches one's own board off or on. While it is off, others see neither it nor what hangs there. */
export async function switchBoard(parts: Pick<Parts, 'db'>, actor: Actor, off: boolean): Promise<void> {
  const ownerId = actor.personId;
  await parts.db.pinboard.upsert({ where: { ownerId }, create: { ownerId, off }, update: { off } });
}
