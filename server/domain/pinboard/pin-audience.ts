import { createAudience } from '#server/domain/audience/create-audience.ts';
import { pairAudience } from '#server/domain/audience/pair-audience.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { PinVisibility } from '#server/platform/database/schema.ts';
import type { BoardFacts } from './pinboard.policy.ts';

/**
 * Whom a pin is addressed to. What everyone may read is delivered to the owner's unit only; where there is no unit,
 * it hangs on the board and is delivered to nobody.
 */
export async function pinAudience(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock' | 'events'>,
  board: Pick<BoardFacts, 'ownerId' | 'unit'>,
  authorId: string,
  visibility: PinVisibility,
): Promise<string> {
  if (visibility === 'two') return pairAudience(tx, parts, board.ownerId, authorId);
  if (board.unit) return visibility === 'unit' ? board.unit.audienceId : board.unit.boardAudienceId;
  const naturalKey = `board:${board.ownerId}`;
  const existing = await tx.audience.findUnique({ where: { naturalKey }, select: { id: true } });
  return existing?.id ?? createAudience(tx, parts, { kind: 'board', open: true, naturalKey });
}
