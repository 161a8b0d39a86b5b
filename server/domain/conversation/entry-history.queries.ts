import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import type { Language } from '#server/platform/database/schema.ts';
import { loadEntry } from './load-entry.ts';
import { idsToHandles } from './mention-source.ts';
import { ownBody } from './own-body.ts';

/** One earlier or current wording; `text` is the source with `@handle`. */
export type RevisionView = {
  revision: number;
  at: string;
  text: string;
  language: Language;
  /** The same in the other language, where it was written. */
  other?: { text: string; language: Language };
};

/** Every wording of an entry, newest first; of each, the one in the reader's language first where there are two. */
export async function entryHistory(db: Database, actor: Actor, entryId: string): Promise<RevisionView[]> {
  const entry = await loadEntry(db, actor, entryId);
  if (entry.state === 'hidden' && entry.authorId !== actor.personId) return [];
  const rows = await db.entryBody.findMany({ where: { entryId: entry.id }, orderBy: { revision: 'desc' } });
  const bodies = await Promise.all(
    rows.map(async (row) => ({ ...row, text: await idsToHandles(db, row.source) })),
  );
  const revisions = [...new Set(bodies.map(({ revision }) => revision))];
  return revisions.flatMap((revision) => {
    const both = bodies.filter((body) => body.revision === revision);
    const own = ownBody(both, actor, entry);
    if (!own) return [];
    const other = both.find((body) => body !== own);
    return {
      revision,
      at: own.writtenAt.toISOString(),
      text: own.text,
      language: own.language,
      ...(other && { other: { text: other.text, language: other.language } }),
    };
  });
}
