import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { CompanySettings } from './settings.schema.ts';

/**
 * Stores the given settings in the caller's transaction and writes down which ones were changed. Whoever calls it
 * must have authorised the change and forgets the reader's copy afterwards.
 */
export async function storeSettings(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock'>,
  changedById: string | null,
  changes: Partial<CompanySettings>,
): Promise<void> {
  const changedAt = parts.clock.now();
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined || value === null) continue;
    const row = { value, changedAt, changedById };
    await tx.setting.upsert({ where: { key }, create: { key, ...row }, update: row });
  }
  await writeAudit(tx, parts, {
    actorId: changedById,
    action: 'settings.changed',
    subjectKind: 'settings',
    details: { keys: Object.keys(changes).join(',') },
  });
}
