import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { SearchEngines } from '#server/platform/search-engine/engines.ts';
import type { SearchKind } from '#server/platform/search-engine/search-engine.ts';
import { documentsOf } from './documents.queries.ts';

// One number for the index, taken from its name; any constant would do.
const LOCK = 0x73656172;

/** Brings things' documents to what they are now; what must no longer be found is removed. */
export async function updateIndex(
  parts: Pick<Parts, 'db' | 'clock'>,
  engines: SearchEngines,
  kind: SearchKind,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const day = dayIn('UTC', parts.clock.now()).toISOString().slice(0, 10);
  await parts.db.$transaction(async (tx) => {
    // One update after the other, over all processes: none writes an older state over a newer one.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
    const documents = await documentsOf[kind](tx, ids, day);
    const found = new Set(documents.map((document) => document.id));
    const gone = ids.filter((id) => !found.has(id)).map((id) => ({ kind, id }));
    await engines.update(tx, documents, gone);
  });
  engines.wake();
}
