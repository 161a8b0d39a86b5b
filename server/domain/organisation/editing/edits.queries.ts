import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefs } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { ChartEditKind, LineKind } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { isoDay, today } from '../day.ts';
import { inForce } from '../in-force.ts';
import { assertMayEditChart } from '../organisation.policy.ts';
import { labelsOf } from '../table.queries.ts';
import { positionVersion } from './row-images.ts';
import { UNDO_DAYS } from './undo-edit.ts';

type Read = Pick<Parts, 'db' | 'clock'>;

/** One edit of a chart, as the list of edits shows it. */
export type EditLine = {
  id: string;
  kind: ChartEditKind;
  positionId: string;
  /** Whoever sits there, else the title; empty where the seat is gone. */
  label: string;
  by: PersonRef | null;
  at: string;
  takesEffectOn: string;
  state: 'planned' | 'done' | 'undone';
  undoable: boolean;
};

const LATEST = 30;

/** The latest edits of a chart, planned ones first by their day. @throws AppError forbidden, not_found */
export async function chartEdits(parts: Read, actor: Actor, chartId: string): Promise<EditLine[]> {
  if (!isUuid(chartId)) throw new AppError('not_found');
  assertMayEditChart(actor, chartId);
  const day = today(parts);
  const edits = await parts.db.chartEdit.findMany({
    where: { chartId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: LATEST,
  });
  const planned = await parts.db.chartEdit.findMany({
    where: { chartId, takesEffectOn: { gt: day }, undoneAt: null },
    orderBy: [{ takesEffectOn: 'asc' }, { at: 'asc' }],
    take: LATEST,
  });
  const shown = [...new Map([...planned, ...edits].map((edit) => [edit.id, edit])).values()];
  const [labels, people] = await Promise.all([
    labelsOf(
      parts,
      shown.map((edit) => edit.positionId),
      day,
    ),
    personRefs(
      parts.db,
      shown.flatMap((edit) => edit.byId ?? []),
      day,
    ),
  ]);
  const oldest = new Date(day.getTime() - UNDO_DAYS * 86_400_000);
  return shown.map((edit) => ({
    id: edit.id,
    kind: edit.kind,
    positionId: edit.positionId,
    label: labels.get(edit.positionId) ?? '',
    by: (edit.byId && people.get(edit.byId)) || null,
    at: edit.at.toISOString(),
    takesEffectOn: isoDay(edit.takesEffectOn),
    state: edit.undoneAt ? 'undone' : edit.takesEffectOn > day ? 'planned' : 'done',
    undoable: edit.undoneAt === null && edit.takesEffectOn >= oldest,
  }));
}

/** A seat as whoever edits it sees it. */
export type SeatToEdit = {
  positionId: string;
  chartId: string;
  version: string;
  title: string;
  unitId: string | null;
  siteId: string | null;
  label: string;
  /** First day that an edit may take effect on. */
  from: string;
  /** Planned end. */
  validTo: string | null;
  manager: { id: string; label: string } | null;
  dotted: { id: string; label: string }[];
  deputy: { id: string; label: string } | null;
  holders: { assignmentId: string; person: PersonRef; share: number; from: string; until: string | null }[];
};

/** @throws AppError forbidden, not_found */
export async function seatToEdit(parts: Read, actor: Actor, positionId: string): Promise<SeatToEdit> {
  if (!isUuid(positionId)) throw new AppError('not_found');
  const seat = await parts.db.position.findUnique({ where: { id: positionId } });
  if (!seat) throw new AppError('not_found');
  assertMayEditChart(actor, seat.chartId);
  const day = seat.validFrom > today(parts) ? seat.validFrom : today(parts);
  const holders = await parts.db.assignment.findMany({
    where: { positionId, OR: [{ validTo: null }, { validTo: { gt: day } }] },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
  });
  const lines = await parts.db.$queryRaw<{ managerId: string; kind: LineKind }[]>`
    SELECT l.manager_id::text AS "managerId", l.kind::text AS kind FROM reporting_line l
    WHERE l.position_id = ${positionId}::uuid AND ${inForce('l', day)}`;
  const people = await personRefs(
    parts.db,
    holders.map((holder) => holder.personId),
    day,
  );
  const labels = await labelsOf(parts, [positionId, ...lines.map((line) => line.managerId)], day);
  const named = (kind: LineKind) =>
    lines
      .filter((line) => line.kind === kind)
      .map(({ managerId }) => ({ id: managerId, label: labels.get(managerId) ?? '' }));
  return {
    positionId,
    chartId: seat.chartId,
    version: await parts.db.$transaction((tx) => positionVersion(tx, positionId)),
    title: seat.title,
    unitId: seat.unitId,
    siteId: seat.siteId,
    label: labels.get(positionId) ?? seat.title,
    from: isoDay(day),
    validTo: seat.validTo && isoDay(seat.validTo),
    manager: named('primary')[0] ?? null,
    dotted: named('dotted'),
    deputy: named('deputy')[0] ?? null,
    holders: holders.flatMap(({ id, personId, share, validFrom, validTo }) => {
      const person = people.get(personId);
      const until = validTo && isoDay(validTo);
      return person ? [{ assignmentId: id, person, share, from: isoDay(validFrom), until }] : [];
    }),
  };
}
