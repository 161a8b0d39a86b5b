import type { Tx } from '#server/platform/database/client.ts';
import type { FieldVisibility } from '#server/platform/database/schema.ts';
import { fold } from '#server/platform/text/fold.ts';

/** A profile field as it is to stand; without values it is removed. */
export type FieldChange = { key: string; values: string[]; visibility: FieldVisibility };

/** Writes one profile field, in the caller's transaction. */
export async function writeValue(
  tx: Tx,
  personId: string,
  { key, values, visibility }: FieldChange,
): Promise<void> {
  if (values.length === 0) {
    await tx.profileField.deleteMany({ where: { personId, key } });
    return;
  }
  const row = { values, folded: values.map(fold), visibility };
  await tx.profileField.upsert({
    where: { personId_key: { personId, key } },
    create: { personId, key, ...row },
    update: row,
  });
}
