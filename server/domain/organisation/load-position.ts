import type { Tx } from '#server/platform/database/client.ts';
import { AppError } from '#server/platform/errors.ts';

/** @throws AppError not_found */
export async function loadPosition(tx: Tx, id: string) {
  const position = await tx.position.findUnique({
    where: { id },
    include: { chart: { select: { kind: true } } },
  });
  if (!position) throw new AppError('not_found');
  return position;
}
