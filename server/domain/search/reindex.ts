import type { Parts } from '#server/domain/parts.ts';
import type { SearchEngines } from '#server/platform/search-engine/engines.ts';
import type { SearchKind, SearchRef } from '#server/platform/search-engine/search-engine.ts';
import { documentsOf, idsOf } from './documents.queries.ts';
import { updateIndex } from './update-index.ts';

const BATCH = 500;

/**
 * Builds the whole index anew from what the company knows, while it stays in use: documents of things that
 * are gone disappear, all others are replaced. `progress` hears how many things were seen.
 */
export async function reindex(
  parts: Pick<Parts, 'db' | 'clock'>,
  engines: SearchEngines,
  progress: (done: number) => void = () => {},
): Promise<number> {
  let done = 0;
  for (const kind of Object.keys(documentsOf) as SearchKind[]) {
    let after: string | null = null;
    for (;;) {
      const ids: string[] = await idsOf(parts.db, kind, after, BATCH);
      if (ids.length === 0) break;
      await updateIndex(parts, engines, kind, ids);
      after = ids.at(-1) ?? null;
      done += ids.length;
      progress(done);
    }
  }
  await removeOrphans(parts, engines);
  await engines.postgres.forgetUnusedWords();
  await engines.catchUp();
  return done;
}

/** Documents whose thing is gone for good. */
async function removeOrphans(parts: Pick<Parts, 'db'>, engines: SearchEngines): Promise<void> {
  await parts.db.$transaction(async (tx) => {
    const orphans = await tx.$queryRaw<SearchRef[]>`
      SELECT d.kind::text, d.subject_id::text AS id FROM search_document d
      WHERE (d.kind = 'person' AND NOT EXISTS (SELECT 1 FROM person WHERE id = d.subject_id))
        OR (d.kind = 'post' AND NOT EXISTS (SELECT 1 FROM entry WHERE id = d.subject_id))
        OR (d.kind = 'project' AND NOT EXISTS (SELECT 1 FROM project WHERE id = d.subject_id))
        OR (d.kind = 'notice' AND NOT EXISTS (SELECT 1 FROM statutory_notice WHERE id = d.subject_id))
        OR (d.kind = 'question' AND NOT EXISTS (SELECT 1 FROM question WHERE entry_id = d.subject_id))`;
    await engines.update(tx, [], orphans);
  });
}
