import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import type { Language } from '#server/platform/database/schema.ts';
import { loadEntry, loadEntryFor } from './load-entry.ts';
import { idsToHandles } from './mention-source.ts';

/** One earlier or current wording, newest first; `text` is the source with `@handle`. */
export type RevisionView = { revision: number; at: string; text: string; language: Language };

/** Every wording of an entry, in the reader's language where there is one. */
export async function entryHistory(db: Database, actor: Actor, entryId: string): Promise<RevisionView[]> {
  const entry = await loadEntry(db, actor, entryId);
  if (entry.state === 'hidden' && entry.authorId !== actor.personId) return [];
  const bodies = await db.entryBody.findMany({ where: { entryId: entry.id }, orderBy: { revision: 'desc' } });
  const languages = new Set(bodies.map((body) => body.language));
  const language = languages.has(actor.language) ? actor.language : entry.language;
  const shown = bodies.filter((body) => body.language === language);
  return Promise.all(
    shown.map(async (body) => ({
      revision: body.revision,
      at: body.writtenAt.toISOString(),
      text: await idsToHandles(db, body.source),
      language: body.language,
    })),
  );
}

/** The current wording as its author types it. */
export async function editableText(db: Database, actor: Actor, entryId: string): Promise<string> {
  await loadEntryFor(db, actor, entryId, 'edit');
  const [current] = await entryHistory(db, actor, entryId);
  return current?.text ?? '';
}
