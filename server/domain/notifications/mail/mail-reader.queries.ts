import { toActor } from '#server/domain/identity/actor.queries.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { readerRow } from '#server/domain/identity/reader.queries.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { CompanySettings } from '#server/domain/settings/settings.schema.ts';

/** Somebody to write to, with the rights they would have if they were signed in. */
export type MailReader = { actor: Actor; email: string };

/** The reader of a mail; null for whoever has no address or is no reader now (see identity/reader.queries.ts). */
export async function mailReader(
  parts: Pick<Parts, 'db' | 'clock'>,
  settings: CompanySettings,
  personId: string,
): Promise<MailReader | null> {
  const row = await readerRow(parts, personId);
  return row?.email ? { actor: toActor(row, settings, null), email: row.email } : null;
}
