import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';

/** Tells the other rooms which chart and whose seat changed, in the caller's transaction. */
export async function tellOfEdit(
  tx: Tx,
  parts: Pick<Parts, 'events'>,
  chartId: string,
  personIds: readonly string[],
): Promise<void> {
  await parts.events.publishAll(tx, [
    { type: 'chart.changed', chartId },
    ...[...new Set(personIds)].map((personId) => ({ type: 'person.changed', personId }) as const),
  ]);
}
