import type { Counts } from '#server/domain/imports/plan/plan.ts';
import type { ProblemKind, Remedies } from '#server/domain/imports/plan/remedies.ts';
import type { TableFormat } from '#server/domain/imports/table/detect-format.ts';
import type { Mapping } from '#server/domain/imports/table/guess-mapping.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import type { Prisma } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import type { Undone } from './undo-import.ts';

/** What an import run remembers beside its columns; kept as JSON. */
export type RunPlan = {
  format: TableFormat;
  headers: string[];
  rows: number;
  mapping: Mapping;
  /** Only what somebody chose; a problem without an entry waits for a decision. */
  remedies: Remedies;
  /** Set when the run is to be applied: the dry run that was agreed to. */
  digest?: string | null;
  /** When the work began; a run that began and did not end was cut off. */
  began?: string;
  counts?: Counts;
  problems?: Partial<Record<ProblemKind, number>>;
  milliseconds?: number;
  undo?: Undone;
};

export type Run = Awaited<ReturnType<typeof findRun>>;

/** @throws AppError not_found */
export async function findRun(db: Database | Tx, runId: string) {
  const run = isUuid(runId) ? await db.importRun.findUnique({ where: { id: runId } }) : null;
  if (!run) throw new AppError('not_found');
  return { ...run, plan: run.plan as unknown as RunPlan };
}

/** As Prisma takes JSON. */
export function toJson(value: RunPlan | Mapping | Remedies): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject;
}

/** Where an uploaded file waits until it is applied or discarded. */
export function fileKey(runId: string): string {
  return `import-${runId}.csv`;
}
