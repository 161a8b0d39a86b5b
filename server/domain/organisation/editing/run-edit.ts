import type { Doer } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { assign } from '../assign.ts';
import { closePosition } from '../close-position.ts';
import { createPosition } from '../create-position.ts';
import { dayOrToday, isoDay, today } from '../day.ts';
import { endAssignment } from '../end-assignment.ts';
import { loadPosition } from '../load-position.ts';
import { assertMayEditChart } from '../organisation.policy.ts';
import { setDeputy } from '../set-deputy.ts';
import { setReportingLine } from '../set-reporting-line.ts';
import { updatePosition } from '../update-position.ts';
import { assertChoices } from './assert-choices.ts';
import { assertStays } from './assert-stays.ts';
import type { Edit } from './edit.schema.ts';
import { endDotted } from './end-dotted.ts';
import { changedRows, positionVersion, type Reach, type RowChange, readRows } from './row-images.ts';

type Needs = Pick<Parts, 'ids' | 'clock' | 'events'>;

/** What an edit did. */
export type Ran = {
  chartId: string;
  positionId: string;
  from: Date;
  personIds: string[];
  rows: RowChange[];
  /** To be written on the seat once its day comes. */
  pending: Pending | null;
};
export type Pending = { title: string; unitId: string | null; siteId: string | null };

/**
 * Does one edit in the caller's transaction, by the room's own verbs, and notes each row it touched. Edits of one chart
 * wait for each other.
 * @throws AppError forbidden, not_found; invalid at the field that is wrong; conflict when the seat has changed since
 * the editor saw it
 */
export async function runEdit(tx: Tx, parts: Needs, doer: Doer, edit: Edit): Promise<Ran> {
  const seat = edit.kind === 'add' ? null : await loadPosition(tx, edit.positionId);
  const chartId = seat?.chartId ?? (edit.kind === 'add' ? edit.chartId : '');
  assertMayEditChart(doer, chartId);
  const charts = await tx.$queryRaw<
    unknown[]
  >`SELECT id FROM chart WHERE id = ${chartId}::uuid FOR NO KEY UPDATE`;
  if (charts.length === 0) throw new AppError('not_found');
  if (edit.kind !== 'add' && edit.version !== (await positionVersion(tx, edit.positionId)))
    throw new AppError('conflict', { message: 'orgEdit.editedMeanwhile' });
  const from = dayOrToday(parts, edit.from);
  if (from < today(parts)) throw invalid({ from: ['orgEdit.notBeforeToday'] });
  if (seat) assertStays(seat, from, 'from');
  if ('managerId' in edit && edit.managerId && edit.kind !== 'undotted')
    await assertSeatStays(tx, chartId, edit.managerId, from, {
      field: 'managerId',
      ends: 'orgEdit.managerEnds',
    });
  if (edit.kind === 'deputy')
    await assertSeatStays(tx, chartId, edit.deputyId, from, {
      field: 'deputyId',
      ends: 'orgEdit.deputyEnds',
    });

  await assertChoices(tx, edit, from);
  const reach = await reachOf(tx, edit, from);
  const before = await readRows(tx, reach);
  const done = await carryOut(tx, parts, doer, edit, from);
  const positionId = done.positionId ?? seat?.id ?? '';
  const after = await readRows(tx, { ...reach, positionIds: [positionId] });
  const { personIds = [], pending = null } = done;
  return { chartId, positionId, from, personIds, rows: changedRows(before, after), pending };
}

type Done = { positionId?: string; personIds?: string[]; pending?: Pending };

async function carryOut(tx: Tx, parts: Needs, doer: Doer, edit: Edit, from: Date): Promise<Done> {
  const day = isoDay(from);
  switch (edit.kind) {
    case 'add': {
      const { chartId, title, unitId, siteId, managerId } = edit;
      const made = await createPosition(tx, parts, doer, {
        chartId,
        title,
        unitId,
        siteId,
        managerId,
        from: day,
      });
      return { positionId: made.id };
    }
    case 'change': {
      const { title, unitId, siteId } = edit;
      if (from > today(parts)) return { pending: { title, unitId, siteId } };
      return updatePosition(tx, parts, doer, edit.positionId, { title, unitId, siteId });
    }
    case 'move':
    case 'dotted': {
      const { positionId, managerId } = edit;
      const kind = edit.kind === 'move' ? 'primary' : 'dotted';
      await atField(
        'managerId',
        setReportingLine(tx, parts, doer, { positionId, managerId, kind, from: day }),
      );
      return {};
    }
    case 'undotted':
      await endDotted(tx, edit.positionId, edit.managerId, from);
      return {};
    case 'deputy':
    case 'undeputy': {
      const deputyId = edit.kind === 'deputy' ? edit.deputyId : null;
      const { positionId } = edit;
      await atField('deputyId', setDeputy(tx, parts, doer, { positionId, deputyId, from: day }));
      return {};
    }
    case 'fill': {
      const seat = await loadPosition(tx, edit.positionId);
      const ends = [edit.until, seat.validTo && isoDay(seat.validTo)].filter((end) => end !== null).sort();
      const { positionId, personId, share } = edit;
      const seated = assign(tx, parts, doer, { positionId, personId, share, from: day, to: ends[0] ?? null });
      return { personIds: [(await atField('personId', seated)).personId] };
    }
    case 'vacate': {
      const ended = await endAssignment(tx, parts, doer, { assignmentId: edit.assignmentId, on: day });
      if (ended.positionId !== edit.positionId) throw new AppError('not_found');
      return { personIds: [ended.personId] };
    }
    case 'end':
      return closePosition(tx, parts, doer, { positionId: edit.positionId, on: day });
  }
}

/** The verbs say `conflict` to whoever calls them; whoever filled in a form reads it at the field. */
async function atField<T>(field: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict' && error.details.message)
      throw invalid({ [field]: [error.details.message] });
    if (error instanceof AppError && error.details.fields?.to)
      throw invalid({ until: error.details.fields.to });
    throw error;
  }
}

/** Another seat that an edit names is one of the chart, and there without end. */
async function assertSeatStays(
  tx: Tx,
  chartId: string,
  seatId: string,
  from: Date,
  { field, ends }: { field: string; ends: string },
): Promise<void> {
  const seat = await tx.position.findUnique({ where: { id: seatId } });
  if (seat?.chartId !== chartId) throw invalid({ [field]: ['error.choose'] });
  assertStays(seat, from, field);
  if (seat.validTo) throw invalid({ [field]: [ends] });
}

async function reachOf(tx: Tx, edit: Edit, from: Date): Promise<Reach> {
  const personIds = edit.kind === 'fill' ? [edit.personId] : [];
  if (edit.kind !== 'end') return { positionIds: edit.kind === 'add' ? [] : [edit.positionId], personIds };
  const reports = await tx.reportingLine.findMany({
    where: { managerId: edit.positionId, OR: [{ validTo: null }, { validTo: { gt: from } }] },
    select: { positionId: true },
  });
  return { positionIds: [edit.positionId], reportIds: reports.map((line) => line.positionId) };
}
