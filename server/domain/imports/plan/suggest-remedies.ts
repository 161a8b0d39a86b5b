import type { Doer } from '#server/domain/identity/actor.ts';
import { type ImportParts, openKinds, orderOf } from '#server/domain/imports/apply-import.ts';
import { planNow } from '#server/domain/imports/apply-plan.ts';
import { chooseImport } from '#server/domain/imports/choose-import.ts';
import { assertMayImport } from '#server/domain/imports/imports.policy.ts';
import { findRun } from '#server/domain/imports/run-record.ts';
import { suggestedRemedies } from './remedies.ts';

/** A remedy can bring up another kind of problem, such as a manager who is skipped; it never takes more rounds. */
const MOST_ROUNDS = 6;

/** Takes the suggested remedy for every kind of problem that nobody has decided on. @throws like {@link chooseImport} */
export async function suggestRemedies(parts: ImportParts, doer: Doer, runId: string): Promise<void> {
  assertMayImport(doer);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const run = await findRun(parts.db, runId);
    const open = openKinds(await planNow(parts.db, parts, await orderOf(parts, run)), run);
    if (open.length === 0) return;
    await chooseImport(parts, doer, runId, { remedies: suggestedRemedies(open) as Record<string, string> });
  }
}
