import { createHash } from 'node:crypto';
import { systemActor } from '#server/domain/identity/actor.ts';
import {
  companyChartId,
  loadOrganisation,
  loadPersons,
  loadProjects,
} from '#server/domain/imports/plan/load-state.ts';
import type { KnownPerson, PersonsState } from '#server/domain/imports/plan/organisation-state.ts';
import type { Operation, Plan, PlanSettings } from '#server/domain/imports/plan/plan.ts';
import { planOrganisation } from '#server/domain/imports/plan/plan-organisation.ts';
import { planPeople } from '#server/domain/imports/plan/plan-people.ts';
import { planProjects } from '#server/domain/imports/plan/plan-projects.ts';
import type { Remedies } from '#server/domain/imports/plan/remedies.ts';
import type { Mapping } from '#server/domain/imports/table/guess-mapping.ts';
import type { Table } from '#server/domain/imports/table/parse-table.ts';
import { createChart } from '#server/domain/organisation/create-chart.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError } from '#server/platform/errors.ts';
import type { ImportKindName } from './fields.ts';
import { syncAfterWrite, type Touched } from './sync-after-write.ts';
import { touchedSeats } from './touched-seats.ts';
import { writePlan } from './write-plan.ts';

/** One number for "an import is being applied or undone", for PostgreSQL's advisory locks. */
const LOCK = 0x696d706f;

/** Everything that decides what an import does, beside the company's present state. */
export type ImportOrder = {
  kind: ImportKindName;
  source: string;
  mapping: Mapping;
  remedies: Remedies;
  table: Table;
  /** Persons that another file would bring, for a dry run of both. */
  expected?: readonly KnownPerson[];
};

/** Plans an import against the database as it is now. Reads only. */
export async function planNow(
  tx: Tx | Parts['db'],
  parts: Pick<Parts, 'clock' | 'ids'>,
  order: ImportOrder,
): Promise<Plan> {
  const today = parts.clock.now().toISOString().slice(0, 10);
  const settings: PlanSettings = {
    source: order.source,
    remedies: order.remedies,
    today,
    newId: () => parts.ids.next(),
  };
  if (order.kind === 'people')
    return planPeople(
      order.table,
      order.mapping,
      withExpected(await loadPersons(tx, today), order),
      settings,
    );
  if (order.kind === 'projects')
    return planProjects(
      order.table,
      order.mapping,
      withExpected(await loadProjects(tx, today, order.source), order),
      settings,
    );
  const chartId = (await companyChartId(tx)) ?? parts.ids.next();
  const state = withExpected(await loadOrganisation(tx, today, chartId), order);
  return planOrganisation(order.table, order.mapping, state, settings);
}

function withExpected<S extends PersonsState>(state: S, order: ImportOrder): S {
  return order.expected ? { ...state, persons: [...state.persons, ...order.expected] } : state;
}

/** The persons a plan would create, as another plan may count on them. */
export function expectedPersons(plan: Plan): KnownPerson[] {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return plan.operations.flatMap(({ entity, action, id, after }) =>
    entity === 'person' && action === 'create'
      ? [
          {
            id,
            displayName: text(after.displayName) ?? '',
            givenName: text(after.givenName) ?? '',
            familyName: text(after.familyName) ?? '',
            nameWithheld: after.nameWithheld === true,
            source: text(after.externalSource),
            externalId: text(after.externalId),
            personnelNumber: text(after.personnelNumber),
            siteId: text(after.siteId),
            joinedOn: text(after.joinedOn),
            endsOn: text(after.endsOn),
            email: null,
            hasAccount: false,
            left: false,
          },
        ]
      : [],
  );
}

/** What a plan does, as one short word: two dry runs that would do the same have the same. */
export function digestOf(plan: Plan): string {
  const hash = createHash('sha256');
  for (const { entity, action, line, label, before } of plan.operations)
    hash.update(JSON.stringify([entity, action, line, label, before]));
  for (const { kind, line } of plan.problems) hash.update(`${kind} ${line}\n`);
  return hash.digest('hex').slice(0, 32);
}

/** Only one import at a time, over all processes. @throws AppError conflict */
export async function takeImportLock(tx: Tx): Promise<void> {
  const rows = await tx.$queryRaw<
    { got: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(${LOCK}::bigint) AS got`;
  if (!rows[0]?.got) throw new AppError('conflict', { message: 'import.errorBusy' });
}

type Apply = {
  runId: string;
  order: ImportOrder;
  /** The dry run that was agreed to; null takes the plan as it comes. */
  digest: string | null;
  companyName: string;
  /** Told how much there is to do, in steps of like size, then after each batch how much of it is done. */
  progress: (done: number, total: number) => Promise<void>;
};

/**
 * Plans again under the lock and writes everything, with what undo needs, in the caller's transaction.
 * @throws AppError conflict when the company has changed so that the plan is no longer the one agreed to.
 */
export async function applyPlan(
  tx: Tx,
  parts: Pick<Parts, 'clock' | 'ids' | 'events'>,
  input: Apply,
): Promise<Plan> {
  await takeImportLock(tx);
  if (input.order.kind === 'organisation') await lockCompanyChart(tx, parts, input.companyName);
  const plan = await planNow(tx, parts, input.order);
  if (input.digest && digestOf(plan) !== input.digest)
    throw new AppError('conflict', { message: 'import.errorChangedSince' });
  const { operations } = plan;
  // Three parts that take about as long as one another: writing, memberships, and what undo needs.
  const total = 3 * operations.length;
  let done = 0;
  const did = async (count: number) => {
    done += count;
    await input.progress(done, total);
  };
  await did(0);
  await writePlan(tx, parts, operations, did);
  const joiners = await isRepeat(tx, input);
  const sync = {
    joiners,
    reached: (share: number) => input.progress(done + share * operations.length, total),
  };
  await syncAfterWrite(tx, parts, await touchedBy(tx, operations), sync);
  done = 2 * operations.length;
  await recordChanges(tx, input.runId, operations, did);
  return plan;
}

/** Charts are edited one at a time: an edit beside the import could close a circle with it. */
async function lockCompanyChart(
  tx: Tx,
  parts: Pick<Parts, 'clock' | 'ids'>,
  companyName: string,
): Promise<void> {
  const chartId =
    (await companyChartId(tx)) ??
    (await createChart(tx, parts, systemActor, { kind: 'company', name: companyName })).id;
  await tx.$queryRaw`SELECT id FROM chart WHERE id = ${chartId}::uuid FOR NO KEY UPDATE`;
}

/** A first import fills the company; a later one brings people who join. */
async function isRepeat(tx: Tx, input: Apply): Promise<boolean> {
  const earlier = await tx.importRun.findFirst({
    where: { source: input.order.source, kind: input.order.kind, state: 'applied', id: { not: input.runId } },
    select: { id: true },
  });
  return earlier !== null;
}

/** Whose memberships may have changed, and which charts and projects. */
export async function touchedBy(tx: Tx, operations: readonly Operation[]): Promise<Touched> {
  const created = new Set(
    operations.filter((item) => item.entity === 'person' && item.action === 'create').map((item) => item.id),
  );
  const persons = new Set(
    operations.filter((item) => item.entity === 'person' && item.action !== 'create').map((item) => item.id),
  );
  const charts = new Set<string>();
  const projects = new Set<string>();
  const positions: string[] = [];
  const assignments: string[] = [];
  for (const { entity, action, id, after } of operations) {
    if (entity === 'position') positions.push(id);
    if (entity === 'assignment' && action === 'create') persons.add(String(after.personId));
    else if (entity === 'assignment') assignments.push(id);
    if (entity === 'line' && typeof after.chartId === 'string') charts.add(after.chartId);
    if (entity === 'project') projects.add(id);
    if (entity === 'responsibility' && typeof after.scopeId === 'string') projects.add(after.scopeId);
  }
  const holders = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT person_id::text AS id FROM assignment
    WHERE position_id = ANY(${positions}::uuid[]) OR id = ANY(${assignments}::uuid[])`;
  for (const { id } of holders) persons.add(id);
  const seats = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT chart_id::text AS id FROM position WHERE id = ANY(${positions}::uuid[])`;
  for (const { id } of seats) charts.add(id);
  return {
    newPersons: [...created],
    persons: [...persons].filter((id) => !created.has(id)),
    projects: [...projects],
    charts: [...charts],
    seats: await touchedSeats(tx, operations),
  };
}

/** Keeps what was done to each row: the list of the run, and all that undo needs. */
async function recordChanges(
  tx: Tx,
  runId: string,
  operations: readonly Operation[],
  recorded: (count: number) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < operations.length; from += 2_000) {
    const rows = operations.slice(from, from + 2_000).map((operation, index) => ({
      seq: from + index,
      line: operation.line ?? 0,
      kind: operation.entity,
      id: operation.id,
      action: operation.action,
      before: operation.before,
      after: { ...operation.after, label: operation.label },
    }));
    await tx.$executeRaw`
      INSERT INTO import_change (run_id, seq, line, subject_kind, subject_id, action, before, after)
      SELECT ${runId}::uuid, r.seq, r.line, r.kind, r.id, r.action, r.before, r.after
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r(seq int, line int, kind text, id uuid, action text, before jsonb, after jsonb)`;
    await recorded(rows.length);
  }
}
