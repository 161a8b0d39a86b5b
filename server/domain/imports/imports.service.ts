import type { Actor } from '#server/domain/identity/actor.ts';
import { suggestRemedies } from '#server/domain/imports/plan/suggest-remedies.ts';
import { APPLY_JOB, type ImportParts, recoverImports, requestApply } from './apply-import.ts';
import { chooseImport, discardImport } from './choose-import.ts';
import type { ChooseImport } from './import.schema.ts';
import { mayImport } from './imports.policy.ts';
import { listImports, type ReadImport, readImport, readImportRows } from './imports.queries.ts';
import { type NewImport, startImport } from './start-import.ts';
import { takeBackImport } from './take-back-import.ts';

/** Organograms, lists of people and projects from files: dry run, apply, take back. */
export function createImportsService(parts: ImportParts) {
  return {
    mayImport: (actor: Actor) => mayImport(actor),
    list: (actor: Actor) => listImports(parts, actor),
    read: (actor: Actor, runId: string, filter?: ReadImport) => readImport(parts, actor, runId, filter),
    rows: (actor: Actor, runId: string) => readImportRows(parts, actor, runId),
    start: async (actor: Actor, input: NewImport) => (await startImport(parts, actor, input)).runId,
    choose: (actor: Actor, runId: string, input: ChooseImport) => chooseImport(parts, actor, runId, input),
    /** Takes the suggested remedy wherever nobody has decided. */
    suggest: (actor: Actor, runId: string) => suggestRemedies(parts, actor, runId),
    discard: (actor: Actor, runId: string) => discardImport(parts, actor, runId),
    /** Queues the run; a worker carries it out, and the page that started it may be left. */
    apply: async (actor: Actor, runId: string, digest: string | null) => {
      await requestApply(parts, actor, runId, digest);
      await parts.jobs.send(APPLY_JOB, { runId }, { singletonKey: runId });
    },
    undo: (actor: Actor, runId: string) => takeBackImport(parts, actor, runId),
    /** At start-up, before jobs run: marks what a crash cut off as failed. Returns how many. */
    recover: () => recoverImports(parts),
  };
}
