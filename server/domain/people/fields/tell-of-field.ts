import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { companyFieldKey } from './company-fields.queries.ts';

/** Tells the other rooms of all who show the field to everyone: by its words they are found, or are not any more. */
export async function tellOfField(tx: Tx, parts: Pick<Parts, 'events'>, slug: string): Promise<void> {
  const shown = await tx.profileField.findMany({
    where: { key: companyFieldKey(slug), visibility: 'everyone' },
    select: { personId: true },
  });
  await parts.events.publishAll(
    tx,
    shown.map(({ personId }) => ({ type: 'person.changed', personId })),
  );
}
