import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import type { Language } from '#server/platform/database/schema.ts';
import { loadEntry } from './load-entry.ts';
import { idsToHandles } from './mention-source.ts';

/** One earlier or current wording, newest first; `text` is the source with `@handle`. */
export type RevisionView = {
  revision: number;
  at: string;
  text: string;
  language: Language;
  /** Of the newest: the same in the other language, where it was written. */
  other?: { text: string; language: Language };
};

/** Every wording of an entry, in the reader's language where there is one. */
export async function entryHistory(db: Database, actor: Actor, entryId: string): Promise<RevisionView[]> {
  const entry = await loadEntry(db, actor, entryId);
  if (entry.state === 'hidden' && entry.authorId !== actor.personId) return [];
  const bodies = await db.entryBody.findMany({ where: { entryId: entry.id }, orderBy: { revision: 'desc' } });
  const languages = new Set(bodies.map((body) => body.language));
  const language = languages.has(actor.language) ? actor.language : entry.language;
  const shown = bodies.filter((body) => body.language === language);
  const other = bodies.find((body) => body.revision === shown[0]?.revision && body.language !== language);
  const views = await Promise.all(
    shown.map(async (body) => ({
      revision: body.revision,
      at: body.writtenAt.toISOString(),
      text: await idsToHandles(db, body.source),
      language: body.language,
    })),
  );
  const [newest, ...earlier] = views;
  if (!newest || !other) return views;
  const text = await idsToHandles(db, other.source);
  return [{ ...newest, other: { text, language: other.language } }, ...earlier];
}
