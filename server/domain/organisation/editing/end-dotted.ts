import type { Tx } from '#server/platform/database/client.ts';

/** Ends one dotted line from a day on; others of the same seat stay. The caller has checked who may. */
export async function endDotted(tx: Tx, positionId: string, managerId: string, from: Date): Promise<void> {
  const line = { positionId, managerId, kind: 'dotted' as const };
  await tx.reportingLine.deleteMany({ where: { ...line, validFrom: { gte: from } } });
  await tx.reportingLine.updateMany({
    where: { ...line, OR: [{ validTo: null }, { validTo: { gt: from } }] },
    data: { validTo: from },
  });
}
