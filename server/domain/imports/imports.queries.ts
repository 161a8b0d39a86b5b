import type { Doer } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefs } from '#server/domain/identity/person-ref.ts';
import {
  type ChangeAction,
  countOperations,
  type Entity,
  type Notice,
  type Operation,
  type Plan,
  problemKinds,
  type Values,
} from '#server/domain/imports/plan/plan.ts';
import { REMEDIES } from '#server/domain/imports/plan/remedies.ts';
import { cutText } from '#server/domain/imports/table/cell-text.ts';
import { headerSignature, missingFields } from '#server/domain/imports/table/guess-mapping.ts';
import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import { isAppError } from '#server/platform/errors.ts';
import { countProblems, openKinds, orderOf } from './apply-import.ts';
import { digestOf, type ImportOrder, planNow } from './apply-plan.ts';
import { FIELDS, type ImportField, isPayColumn } from './fields.ts';
import type {
  ChangeFilter,
  ChangeItem,
  ChangePage,
  ColumnView,
  DryRun,
  ImportView,
  ProblemGroup,
  RunHead,
} from './import.view.ts';
import { assertMayImport } from './imports.policy.ts';
import { findRun, type Run, type RunPlan } from './run-record.ts';

const PAGE = 25;
const SHOWN_PROBLEMS = 25;
const SAMPLES = 3;
/** A page that could never be read in one go; the rest is in the CSV. */
const MOST_PROBLEMS = 500;

type Read = Pick<Parts, 'db' | 'clock' | 'ids' | 'files'>;
type StoredRun = Omit<Run, 'plan'> & { plan: unknown };

/** The latest fifty runs. @throws AppError forbidden */
export async function listImports(parts: Read, actor: Doer): Promise<RunHead[]> {
  assertMayImport(actor);
  const runs = await parts.db.importRun.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50,
  });
  return toHeads(parts, runs);
}

async function toHeads(parts: Read, runs: StoredRun[]): Promise<RunHead[]> {
  const starters = runs.flatMap((run) => (run.startedById ? [run.startedById] : []));
  const people = await personRefs(parts.db, starters, dayIn('UTC', parts.clock.now()));
  return runs.map((run) => toHead(run, people));
}

function toHead(run: StoredRun, people: ReadonlyMap<string, PersonRef>): RunHead {
  return {
    id: run.id,
    kind: run.kind,
    source: run.source,
    fileName: run.fileName,
    state: run.state,
    rows: run.rowsTotal,
    rowsDone: run.rowsDone,
    startedBy: run.startedById ? (people.get(run.startedById) ?? null) : null,
    createdAt: run.createdAt.toISOString(),
    appliedAt: run.appliedAt?.toISOString() ?? null,
    undoneAt: run.undoneAt?.toISOString() ?? null,
    error: run.error,
    counts: (run.plan as RunPlan).counts ?? null,
  };
}

export type ReadImport = ChangeFilter & { /** Kind of problem to show in full. */ all?: string | undefined };

/**
 * One run: its columns and dry run while it waits, its progress while it is applied, and afterwards what it did.
 * @throws AppError forbidden, not_found
 */
export async function readImport(
  parts: Read,
  actor: Doer,
  runId: string,
  filter: ReadImport = {},
): Promise<ImportView> {
  assertMayImport(actor);
  const run = await findRun(parts.db, runId);
  const [head] = await toHeads(parts, [run]);
  const order = await orderIfKept(parts, run);
  const waiting = run.state === 'planned' || run.state === 'failed';
  const missing = missingFields(run.kind, run.plan.mapping);
  const signature = headerSignature(run.kind, run.plan.headers);
  const memory = waiting
    ? await parts.db.importMapping.findUnique({ where: { signature }, select: { usedAt: true } })
    : null;
  const finished = run.state === 'applied' || run.state === 'undone';
  return {
    run: head as RunHead,
    format: run.plan.format,
    fields: FIELDS[run.kind],
    columns: toColumns(run, order),
    remembered: memory !== null,
    missing,
    dryRun:
      waiting && order && !missing ? toDryRun(await planNow(parts.db, parts, order), run, filter) : null,
    applied: finished
      ? {
          changes: await readChanges(parts, run, filter),
          problems: run.plan.problems ?? {},
          milliseconds: run.plan.milliseconds ?? null,
        }
      : null,
    undo: run.plan.undo ?? null,
  };
}

async function orderIfKept(parts: Read, run: Run): Promise<ImportOrder | null> {
  try {
    return await orderOf(parts, run);
  } catch (error) {
    if (isAppError(error) && error.code === 'gone') return null;
    throw error;
  }
}

function toColumns(run: Run, order: ImportOrder | null): ColumnView[] {
  const fields = new Map(
    Object.entries(run.plan.mapping).map(([field, header]) => [header, field as ImportField]),
  );
  return run.plan.headers.map((header, index) => {
    const pay = isPayColumn(header);
    const values = pay ? [] : (order?.table.rows ?? []).slice(0, 40).map((row) => row.cells[index] ?? '');
    const samples = [...new Set(values.filter((value) => value !== ''))]
      .slice(0, SAMPLES)
      .map((value) => cutText(value, 60));
    return { header, samples, field: fields.get(header) ?? null, pay };
  });
}

/** A plan as the page shows it. */
export function toDryRun(plan: Plan, run: Pick<Run, 'plan'>, filter: ReadImport): DryRun {
  const notices: Partial<Record<Notice['kind'], number>> = {};
  for (const { kind } of plan.notices) notices[kind] = (notices[kind] ?? 0) + 1;
  return {
    counts: countOperations(plan.operations),
    digest: digestOf(plan),
    nothing: plan.operations.length === 0,
    problems: toProblems(plan, run, filter.all),
    open: openKinds(plan, run),
    notices,
    changes: toPage(plan.operations, filter),
  };
}

function toProblems(plan: Plan, run: Pick<Run, 'plan'>, all: string | undefined): ProblemGroup[] {
  const counts = countProblems(plan);
  return problemKinds(plan.problems).map((kind) => ({
    kind,
    count: counts[kind] ?? 0,
    remedies: [...REMEDIES[kind]],
    suggested: REMEDIES[kind][0],
    chosen: run.plan.remedies[kind] ?? null,
    items: plan.problems
      .filter((problem) => problem.kind === kind)
      .slice(0, all === kind ? MOST_PROBLEMS : SHOWN_PROBLEMS)
      .map(({ line, subject, other, lines }) => ({
        line,
        subject,
        other: other ?? null,
        lines: lines ?? null,
      })),
  }));
}

function toPage(operations: readonly Operation[], filter: ChangeFilter): ChangePage {
  const chosen = operations.filter(
    (item) =>
      (!filter.entity || item.entity === filter.entity) && (!filter.action || item.action === filter.action),
  );
  const from = Math.max(0, filter.from ?? 0);
  const items = chosen.slice(from, from + PAGE).map(toItem);
  return { total: chosen.length, from, items, next: from + PAGE < chosen.length ? from + PAGE : null };
}

type Shown = {
  entity: Entity;
  action: ChangeAction;
  line: number | null;
  label: string;
  before: Values | null;
  after: Values;
};

/** What a person can read; ids of other rows say nothing to anybody. */
function toItem({ entity, action, line, label, before, after }: Shown): ChangeItem {
  const fields =
    action === 'change' && before
      ? Object.keys(after)
          .filter((field) => !/Id$|^sort|^search/.test(field) || field === 'unitId')
          .map((field) => ({ field, from: shown(field, before[field]), to: shown(field, after[field]) }))
      : [];
  return { entity, action, line: line || null, label, fields };
}

function shown(field: string, value: Values[string] | undefined): string {
  return field.endsWith('Id') || value === null || value === undefined ? '' : String(value);
}

async function readChanges(parts: Read, run: Run, filter: ChangeFilter): Promise<ChangePage> {
  const from = Math.max(0, filter.from ?? 0);
  const where = {
    runId: run.id,
    ...(filter.entity ? { subjectKind: filter.entity } : {}),
    ...(filter.action ? { action: filter.action } : {}),
  };
  const total = await parts.db.importChange.count({ where });
  // By seq, not by offset: the list of a run never changes, so its place in the list is the key.
  const rows = await parts.db.importChange.findMany({
    where: { ...where, seq: { gte: from } },
    orderBy: { seq: 'asc' },
    take: PAGE + 1,
  });
  const items = rows.slice(0, PAGE).map((row) => {
    const { label, ...after } = (row.after ?? {}) as Values;
    return toItem({
      entity: row.subjectKind as Entity,
      action: row.action as ChangeAction,
      line: row.line,
      label: String(label ?? ''),
      before: row.before as Values | null,
      after,
    });
  });
  return { total, from, items, next: rows[PAGE]?.seq ?? null };
}

/** The whole dry run, or what an applied run did, for a spreadsheet. @throws AppError forbidden, not_found */
export async function readImportRows(
  parts: Read,
  actor: Doer,
  runId: string,
): Promise<{ fileName: string; rows: string[][] }> {
  assertMayImport(actor);
  const run = await findRun(parts.db, runId);
  const header = ['line', 'what', 'action', 'about', 'details'];
  const order = run.state === 'applied' || run.state === 'undone' ? null : await orderIfKept(parts, run);
  if (order) {
    const plan = await planNow(parts.db, parts, order);
    const problems = plan.problems.map((problem) => [
      String(problem.line || ''),
      'problem',
      problem.kind,
      problem.subject,
      problem.other ?? '',
    ]);
    return {
      fileName: run.fileName,
      rows: [header, ...problems, ...plan.operations.map((operation) => toRow(toItem(operation)))],
    };
  }
  const changes = await parts.db.importChange.findMany({ where: { runId }, orderBy: { seq: 'asc' } });
  const rows = changes.map((row) => {
    const { label, ...after } = (row.after ?? {}) as Values;
    return toRow(
      toItem({
        entity: row.subjectKind as Entity,
        action: row.action as ChangeAction,
        line: row.line,
        label: String(label ?? ''),
        before: row.before as Values | null,
        after,
      }),
    );
  });
  return { fileName: run.fileName, rows: [header, ...rows] };
}

function toRow(item: ChangeItem): string[] {
  const details = item.fields.map(({ field, from, to }) => `${field}: ${from} → ${to}`).join('; ');
  return [item.line === null ? '' : String(item.line), item.entity, item.action, item.label, details];
}
