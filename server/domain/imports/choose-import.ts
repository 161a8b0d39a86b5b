import type { Doer } from '#server/domain/identity/actor.ts';
import { fitRemedies } from '#server/domain/imports/plan/remedies.ts';
import { fitMapping } from '#server/domain/imports/table/guess-mapping.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { type ChooseImport, chooseImportSchema } from './import.schema.ts';
import { assertMayImport } from './imports.policy.ts';
import { fileKey, findRun, toJson } from './run-record.ts';
import { recallMapping } from './start-import.ts';

/**
 * Changes what a dry run is made with. Another kind starts from its own guess of the columns.
 * @throws AppError forbidden, not_found, conflict once the run is applied or being applied
 */
export async function chooseImport(
  parts: Parts,
  actor: Doer,
  runId: string,
  input: ChooseImport,
): Promise<void> {
  assertMayImport(actor);
  const choice = parseInput(chooseImportSchema, input);
  const run = await findRun(parts.db, runId);
  const kind = choice.kind ?? run.kind;
  const plan = { ...run.plan };
  delete plan.began;
  delete plan.digest;
  if (kind !== run.kind) plan.mapping = (await recallMapping(parts, kind, plan.headers)).mapping;
  else if (choice.mapping) plan.mapping = fitMapping(kind, plan.headers, choice.mapping);
  if (choice.remedies) plan.remedies = { ...plan.remedies, ...fitRemedies(choice.remedies) };
  const { count } = await parts.db.importRun.updateMany({
    where: { id: runId, state: { in: ['planned', 'failed'] } },
    data: {
      kind,
      source: choice.source ?? run.source,
      plan: toJson(plan),
      state: 'planned',
      error: null,
      rowsDone: 0,
    },
  });
  if (count === 0) throw new AppError('conflict', { message: 'import.errorNotPlanned' });
}

/** Throws a planned run and its file away. @throws AppError forbidden, not_found, conflict */
export async function discardImport(parts: Parts, actor: Doer, runId: string): Promise<void> {
  assertMayImport(actor);
  await findRun(parts.db, runId);
  const { count } = await parts.db.importRun.deleteMany({
    where: { id: runId, state: { in: ['planned', 'failed'] } },
  });
  if (count === 0) throw new AppError('conflict', { message: 'import.errorNotPlanned' });
  await parts.files.remove(fileKey(runId));
}
