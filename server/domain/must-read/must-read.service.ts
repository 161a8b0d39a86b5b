import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { confirmOnPaper, confirmReading } from './confirm-reading.ts';
import { confirmations } from './confirmations.queries.ts';
import { remindReaders } from './remind-readers.ts';

/** Posts that must be read: confirmed by a button, counted by the rules of the works agreement. */
export function createMustReadService(parts: Parts) {
  return {
    confirm: (actor: Actor, entryId: string) => confirmReading(parts, actor, entryId),
    confirmOnPaper: (actor: Actor, entryId: string, handle: string) =>
      confirmOnPaper(parts, actor, entryId, handle),
    confirmations: (actor: Actor, entryId: string) => confirmations(parts.db, actor, entryId),
    registerJobs(): void {
      parts.jobs.schedule('must-read.remind', '*/10 * * * *', async () => void (await remindReaders(parts)));
    },
  };
}
