import { writeAudit } from '#server/domain/audit/write-audit.ts';
import { type Doer, isSystem } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { assertMayImport } from './imports.policy.ts';
import { findRun, toJson } from './run-record.ts';
import { type Undone, undoImport } from './undo-import.ts';

/**
 * Takes an applied run back; what was edited since stays and is listed.
 * @throws AppError forbidden, not_found, conflict when the run is not applied or another import is at work
 */
export async function takeBackImport(parts: Parts, doer: Doer, runId: string): Promise<Undone> {
  assertMayImport(doer);
  return parts.db.$transaction(
    async (tx) => {
      const run = await findRun(tx, runId);
      if (run.state !== 'applied') throw new AppError('conflict', { message: 'import.errorNotApplied' });
      const undone = await undoImport(tx, parts, runId);
      await tx.importRun.update({
        where: { id: runId },
        data: {
          state: 'undone',
          undoneAt: parts.clock.now(),
          plan: toJson({ ...run.plan, undo: { ...undone, left: undone.left.slice(0, 2_000) } }),
        },
      });
      await writeAudit(tx, parts, {
        actorId: isSystem(doer) ? null : doer.personId,
        action: 'import.undone',
        subjectKind: 'import_run',
        subjectId: runId,
        details: { undone: undone.undone, left: undone.left.length },
      });
      await parts.events.publish(tx, { type: 'import.finished', runId });
      return undone;
    },
    { timeout: 600_000, maxWait: 10_000 },
  );
}
