import type { Actor, Doer } from '#server/domain/identity/actor.ts';
import { createSite } from '#server/domain/organisation/sites/create-site.ts';
import type { SwitchInput } from '#server/domain/organisation/sites/features.schema.ts';
import { switchFeature } from '#server/domain/organisation/sites/switch-feature.ts';
import { switches } from '#server/domain/organisation/sites/switches.queries.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { assign } from './assign.ts';
import { type ChangeQuestion, changes } from './changes/changes.queries.ts';
import { plannedDays } from './changes/planned-days.queries.ts';
import { type ChartQuestion, chart, charts, children } from './chart.queries.ts';
import { closePosition } from './close-position.ts';
import { createChart } from './create-chart.ts';
import { createPosition } from './create-position.ts';
import { createUnit } from './create-unit.ts';
import type { EditInput } from './editing/edit.schema.ts';
import { editChart } from './editing/edit-chart.ts';
import { chartEdits, seatToEdit } from './editing/edits.queries.ts';
import { previewEdit } from './editing/preview-edit.ts';
import { undoEdit } from './editing/undo-edit.ts';
import { endAssignment } from './end-assignment.ts';
import { type BranchQuestion, branch } from './export/branch.queries.ts';
import { findInChart } from './find-in-chart.ts';
import { pastSeatsOf } from './history/past-seats.queries.ts';
import { homesOf, isAbove, managersOf, sites, units, workingTimeOf } from './home.queries.ts';
import { mayEditChart, mayEditOrganisation } from './organisation.policy.ts';
import type {
  Assign,
  CreateChart,
  CreatePosition,
  CreateSite,
  CreateUnit,
  SetReportingLine,
  UpdatePosition,
} from './organisation.schema.ts';
import { type ConnectionQuestion, connection } from './path/connection.queries.ts';
import { type RenewQuestion, renew } from './renew.queries.ts';
import { miniChart, positionsOf } from './seats.queries.ts';
import { setReportingLine } from './set-reporting-line.ts';
import { type TableQuestion, table } from './table.queries.ts';
import { unitPage } from './unit.queries.ts';
import { updatePosition } from './update-position.ts';

/**
 * Sites, units, charts and who sits where. Each write is also exported from its own file, to be
 * called inside another transaction; there the caller publishes `chart.changed` itself.
 */
export function createOrganisationService(parts: Parts) {
  /** Runs a write and tells the other rooms which chart and whose seat changed. */
  function changing<T extends { chartId: string; personId?: string; personIds?: string[] }>(
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    return parts.events.transaction(async (tx) => {
      const changed = await work(tx);
      await parts.events.publish(tx, { type: 'chart.changed', chartId: changed.chartId });
      for (const personId of changed.personIds ?? (changed.personId ? [changed.personId] : [])) {
        await parts.events.publish(tx, { type: 'person.changed', personId });
      }
      return changed;
    });
  }

  return {
    createSite: (doer: Doer, input: CreateSite) =>
      parts.events.transaction((tx) => createSite(tx, parts, doer, input)),
    createUnit: (doer: Doer, input: CreateUnit) =>
      parts.events.transaction((tx) => createUnit(tx, parts, doer, input)),
    createChart: (doer: Doer, input: CreateChart) =>
      parts.events.transaction((tx) => createChart(tx, parts, doer, input)),
    createPosition: (doer: Doer, input: CreatePosition) =>
      changing((tx) => createPosition(tx, parts, doer, input)),
    updatePosition: (doer: Doer, positionId: string, input: UpdatePosition) =>
      changing((tx) => updatePosition(tx, parts, doer, positionId, input)),
    closePosition: (doer: Doer, input: { positionId: string; on?: string }) =>
      changing((tx) => closePosition(tx, parts, doer, input)),
    assign: (doer: Doer, input: Assign) => changing((tx) => assign(tx, parts, doer, input)),
    endAssignment: (doer: Doer, input: { assignmentId: string; on?: string }) =>
      changing((tx) => endAssignment(tx, parts, doer, input)),
    setReportingLine: (doer: Doer, input: SetReportingLine) =>
      changing((tx) => setReportingLine(tx, parts, doer, input)),

    editChart: (doer: Doer, input: EditInput) => editChart(parts, doer, input),
    previewEdit: (doer: Doer, input: EditInput) => previewEdit(parts, doer, input),
    undoEdit: (doer: Doer, editId: string) => undoEdit(parts, doer, editId),
    chartEdits: (actor: Actor, chartId: string) => chartEdits(parts, actor, chartId),
    seatToEdit: (actor: Actor, positionId: string) => seatToEdit(parts, actor, positionId),

    chart: (actor: Actor, question: ChartQuestion) => chart(parts, actor, question),
    children: (actor: Actor, question: Parameters<typeof children>[2]) => children(parts, actor, question),
    renew: (actor: Actor, question: RenewQuestion) => renew(parts, actor, question),
    table: (actor: Actor, question: TableQuestion) => table(parts, actor, question),
    searchInChart: (actor: Actor, question: Parameters<typeof findInChart>[2]) =>
      findInChart(parts, actor, question),
    charts: (actor: Actor) => charts(parts, actor),
    connection: (actor: Actor, question: ConnectionQuestion) => connection(parts, actor, question),
    changes: (actor: Actor, question: ChangeQuestion) => changes(parts, actor, question),
    plannedDays: (actor: Actor, chart: string) => plannedDays(parts, actor, chart),
    branch: (actor: Actor, question: BranchQuestion) => branch(parts, actor, question),
    positionsOf: (actor: Actor, personId: string) => positionsOf(parts, actor, personId),
    pastSeatsOf: (actor: Actor, personId: string) => pastSeatsOf(parts, actor, personId),
    miniChart: (actor: Actor, personId: string) => miniChart(parts, actor, personId),
    abilities: (actor: Actor, chartId: string) => ({
      editChart: mayEditChart(actor, chartId),
      editOrganisation: mayEditOrganisation(actor),
    }),

    // Facts for other rooms, which apply their own policies.
    homesOf: (personIds: Iterable<string>) => homesOf(parts, personIds),
    managersOf: (personId: string) => managersOf(parts, personId),
    isAbove: (upperId: string, personId: string) => isAbove(parts, upperId, personId),
    workingTimeOf: (personId: string) => workingTimeOf(parts, personId),
    sites: () => sites(parts),
    switches: (actor: Actor) => switches(parts.db, actor),
    switchFeature: (actor: Actor, input: SwitchInput) => switchFeature(parts, actor, input),
    units: () => units(parts),
    unitPage: (actor: Actor, id: string) => unitPage(parts, actor, id),
  };
}

export type OrganisationService = ReturnType<typeof createOrganisationService>;
