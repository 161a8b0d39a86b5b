import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { loadEntry } from './load-entry.ts';

/** Keeps an entry for later, or lets it go again. Only the actor knows. Resolves to whether it is saved now. */
export async function toggleSaved(
  parts: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  entryId: string,
): Promise<boolean> {
  const entry = await loadEntry(parts.db, actor, entryId);
  const key = { personId: actor.personId, entryId: entry.id };
  const removed = await parts.db.savedEntry.deleteMany({ where: key });
  if (removed.count > 0) return false;
  await parts.db.savedEntry.create({ data: { ...key, savedAt: parts.clock.now() } });
  return true;
}
