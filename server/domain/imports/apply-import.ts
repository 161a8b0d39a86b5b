import { writeAudit } from '#server/domain/audit/write-audit.ts';
import { type Doer, isSystem } from '#server/domain/identity/actor.ts';
import { countOperations, type Plan, problemKinds } from '#server/domain/imports/plan/plan.ts';
import type { ProblemKind } from '#server/domain/imports/plan/remedies.ts';
import { headerSignature, missingFields } from '#server/domain/imports/table/guess-mapping.ts';
import { parseTable } from '#server/domain/imports/table/parse-table.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { SettingsReader } from '#server/domain/settings/settings.queries.ts';
import { AppError, isAppError } from '#server/platform/errors.ts';
import { applyPlan, digestOf, type ImportOrder, planNow, takeImportLock } from './apply-plan.ts';
import { assertMayImport } from './imports.policy.ts';
import { fileKey, findRun, type Run, type RunPlan, toJson } from './run-record.ts';

export type ImportParts = Parts & { settings: Pick<SettingsReader, 'current'> };

export const APPLY_JOB = 'imports.apply';
/** Ten minutes: far above what 100,000 rows take, and an end to a transaction that hangs. */
const TIMEOUT_MS = 600_000;
const PROGRESS_MS = 250;

/**
 * Agrees to a dry run and queues its application. Every kind of problem must have a remedy somebody chose. `planned`
 * is the run's own plan where the caller has just made it.
 * @throws AppError forbidden, not_found; conflict where the run is not waiting, the columns do not suffice, a
 * remedy is missing, or the company has changed since the dry run
 */
export async function requestApply(
  parts: ImportParts,
  doer: Doer,
  runId: string,
  digest: string | null,
  planned?: Plan,
): Promise<void> {
  assertMayImport(doer);
  const run = await findRun(parts.db, runId);
  if (missingFields(run.kind, run.plan.mapping))
    throw new AppError('conflict', { message: 'import.errorColumnsMissing' });
  const plan = planned ?? (await planNow(parts.db, parts, await orderOf(parts, run)));
  if (openKinds(plan, run).length > 0)
    throw new AppError('conflict', { message: 'import.errorRemedyMissing' });
  if (digest !== null && digest !== digestOf(plan))
    throw new AppError('conflict', { message: 'import.errorChangedSince' });
  const { began: _began, ...rest } = run.plan;
  const { count } = await parts.db.importRun.updateMany({
    where: { id: runId, state: 'planned' },
    data: { state: 'applying', rowsDone: 0, error: null, plan: toJson({ ...rest, digest: digestOf(plan) }) },
  });
  if (count === 0) throw new AppError('conflict', { message: 'import.errorNotPlanned' });
  await parts.db.$transaction((tx) =>
    writeAudit(tx, parts, {
      actorId: isSystem(doer) ? null : doer.personId,
      action: 'import.requested',
      subjectKind: 'import_run',
      subjectId: runId,
    }),
  );
}

/** The kinds of problem nobody has decided on yet. */
export function openKinds(plan: Plan, run: Pick<Run, 'plan'>): ProblemKind[] {
  return problemKinds(plan.problems).filter((kind) => run.plan.remedies[kind] === undefined);
}

/** The file and the choices of a run. @throws AppError gone when the file is no longer kept */
export async function orderOf(parts: Pick<Parts, 'files'>, run: Run): Promise<ImportOrder> {
  const bytes = await parts.files.get(fileKey(run.id));
  if (!bytes) throw new AppError('gone', { message: 'import.errorFileGone' });
  return {
    kind: run.kind,
    source: run.source,
    mapping: run.plan.mapping,
    remedies: run.plan.remedies,
    table: parseTable(bytes),
  };
}

/** Carries out a queued run in one transaction. A run that was cut off is marked as failed, never done twice. */
export async function runApply(parts: ImportParts, runId: string): Promise<void> {
  const run = await findRun(parts.db, runId);
  if (run.state !== 'applying') return;
  if (!(await claim(parts, runId))) {
    // A queue hands a job out again when it hears nothing: whoever holds the lock is still at work.
    if (await isLockFree(parts)) await fail(parts, run, 'import.errorInterrupted');
    return;
  }
  try {
    await applyRun(parts, run, await orderOf(parts, run));
    await parts.files.remove(fileKey(runId));
  } catch (error) {
    if (!isAppError(error)) parts.log.error({ err: error, runId }, 'import failed');
    await fail(
      parts,
      run,
      isAppError(error) ? (error.details.message ?? 'import.errorFailed') : 'import.errorFailed',
    );
  }
}

/** Marks a queued run as begun; false where somebody has begun it before. */
async function claim(parts: Parts, runId: string): Promise<boolean> {
  const began = JSON.stringify(parts.clock.now().toISOString());
  const claimed = await parts.db.$executeRaw`
    UPDATE import_run SET plan = jsonb_set(plan, '{began}', ${began}::jsonb)
    WHERE id = ${runId}::uuid AND state = 'applying' AND plan->>'began' IS NULL`;
  return claimed > 0;
}

async function applyRun(parts: ImportParts, run: Run, order: ImportOrder): Promise<void> {
  const { companyName } = await parts.settings.current();
  const began = performance.now();
  const progress = createProgress(parts, run);
  await parts.db.$transaction(
    async (tx) => {
      const plan = await applyPlan(tx, parts, {
        runId: run.id,
        order,
        digest: run.plan.digest ?? null,
        companyName,
        progress,
      });
      const done: RunPlan = {
        ...run.plan,
        counts: countOperations(plan.operations),
        problems: countProblems(plan),
        milliseconds: Math.round(performance.now() - began),
      };
      delete done.began;
      await tx.importRun.update({
        where: { id: run.id },
        data: {
          state: 'applied',
          appliedAt: parts.clock.now(),
          rowsDone: run.rowsTotal,
          plan: toJson(done),
          error: null,
        },
      });
      const signature = headerSignature(order.kind, order.table.headers);
      const memory = {
        mapping: toJson(order.mapping),
        remedies: toJson(order.remedies),
        usedAt: parts.clock.now(),
      };
      await tx.importMapping.upsert({
        where: { signature },
        create: { signature, ...memory },
        update: memory,
      });
      await writeAudit(tx, parts, {
        actorId: run.startedById,
        action: 'import.applied',
        subjectKind: 'import_run',
        subjectId: run.id,
        details: { kind: run.kind, operations: plan.operations.length },
      });
      await parts.events.publish(tx, { type: 'import.finished', runId: run.id });
    },
    { timeout: TIMEOUT_MS, maxWait: 10_000 },
  );
}

export function countProblems(plan: Plan): Partial<Record<ProblemKind, number>> {
  const counts: Partial<Record<ProblemKind, number>> = {};
  for (const { kind } of plan.problems) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Tells how far it is, on a connection of its own: what the transaction wrote is not visible before its end. */
function createProgress(parts: ImportParts, run: Run): (done: number, total: number) => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async (done, total) => {
    const now = performance.now();
    if (now - last < PROGRESS_MS && done < total) return;
    last = now;
    const rows =
      total === 0 ? run.rowsTotal : Math.min(run.rowsTotal, Math.round((run.rowsTotal * done) / total));
    await parts.events.transaction(async (tx) => {
      await tx.importRun.update({ where: { id: run.id }, data: { rowsDone: rows } });
      await parts.events.publish(tx, {
        type: 'import.progressed',
        runId: run.id,
        done: rows,
        total: run.rowsTotal,
      });
    });
  };
}

async function fail(parts: ImportParts, run: Run, error: string): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const { began: _began, ...plan } = run.plan;
    await tx.importRun.updateMany({
      where: { id: run.id, state: 'applying' },
      data: { state: 'failed', error, rowsDone: 0, plan: toJson(plan) },
    });
    await writeAudit(tx, parts, {
      actorId: run.startedById,
      action: 'import.failed',
      subjectKind: 'import_run',
      subjectId: run.id,
      details: { error },
    });
    await parts.events.publish(tx, { type: 'import.finished', runId: run.id });
  });
}

/**
 * Runs that a crash cut off are marked as failed: nothing of them was written, their transaction ended with the
 * process. Runs of another process that is at work hold the lock and are left alone; `graceMs` is how long one that
 * has begun may take to get there. Runs that were queued and never begun are queued again. Returns how many failed.
 */
export async function recoverImports(parts: ImportParts, graceMs = 0): Promise<number> {
  const cut = await parts.db.importRun.findMany({ where: { state: 'applying' }, select: { id: true } });
  let failed = 0;
  for (const { id } of cut) {
    const run = await findRun(parts.db, id);
    if (!run.plan.began) {
      if (graceMs > 0) await parts.jobs.send(APPLY_JOB, { runId: id }, { singletonKey: id });
      continue;
    }
    if (Date.parse(run.plan.began) > parts.clock.now().getTime() - graceMs) continue;
    if (!(await isLockFree(parts))) continue;
    await fail(parts, run, 'import.errorInterrupted');
    failed += 1;
  }
  return failed;
}

async function isLockFree(parts: Parts): Promise<boolean> {
  try {
    await parts.db.$transaction((tx) => takeImportLock(tx));
    return true;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}
