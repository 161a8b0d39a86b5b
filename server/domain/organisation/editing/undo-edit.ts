import { writeAudit } from '#server/domain/audit/write-audit.ts';
import { type Doer, isSystem } from '#server/domain/identity/actor.ts';
import { announceSeatGrants } from '#server/domain/identity/grants/announce-grants.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { today } from '../day.ts';
import { assertMayEditChart } from '../organisation.policy.ts';
import { syncUnitMembership } from '../sync-unit-membership.ts';
import { refreshVacancy } from '../vacancy.ts';
import { wouldCycle } from '../would-cycle.ts';
import { currentRows, putBack, type RowChange, sameRow } from './row-images.ts';
import { tellOfEdit } from './tell-of-edit.ts';

type Needs = Pick<Parts, 'ids' | 'clock' | 'events'>;

/** How long after its day an edit can be undone: longer, and it is not a slip any more but the company's history. */
export const UNDO_DAYS = 7;

/**
 * Takes an edit back, whoever made it, or cancels one that is planned: the rows that it touched are put back as they were.
 * Nothing is put back halfway.
 * @throws AppError forbidden, not_found; conflict when one of these rows was edited since, when something new stands on
 * it, or when it is too long ago
 */
export async function undoEdit(parts: Needs, doer: Doer, editId: string): Promise<{ chartId: string }> {
  if (!isUuid(editId)) throw new AppError('not_found');
  return parts.events.transaction(async (tx) => {
    const found = await tx.chartEdit.findUnique({ where: { id: editId }, select: { chartId: true } });
    if (!found) throw new AppError('not_found');
    const { chartId } = found;
    assertMayEditChart(doer, chartId);
    await tx.$queryRaw`SELECT id FROM chart WHERE id = ${chartId}::uuid FOR NO KEY UPDATE`;
    const edit = await tx.chartEdit.findUniqueOrThrow({ where: { id: editId } });
    if (edit.undoneAt) throw new AppError('conflict', { message: 'orgEdit.alreadyUndone' });
    const latest = new Date(edit.takesEffectOn.getTime() + UNDO_DAYS * 86_400_000);
    if (latest < today(parts)) throw new AppError('conflict', { message: 'orgEdit.tooLate' });

    const changes = edit.rows as unknown as RowChange[];
    const personIds = await takeBack(tx, parts, edit.positionId, changes);
    const byId = isSystem(doer) ? null : doer.personId;
    await tx.chartEdit.update({
      where: { id: editId },
      data: { undoneAt: parts.clock.now(), undoneById: byId },
    });
    await writeAudit(tx, parts, {
      actorId: byId,
      action: 'chart.undone',
      subjectKind: 'position',
      subjectId: edit.positionId,
      details: { editId, chartId, kind: edit.kind },
    });
    await tellOfEdit(tx, parts, chartId, personIds);
    return { chartId };
  });
}

async function takeBack(
  tx: Tx,
  parts: Needs,
  positionId: string,
  changes: readonly RowChange[],
): Promise<string[]> {
  await assertUntouched(tx, changes);
  await assertNothingBuiltOn(tx, changes);
  try {
    await putBack(tx, changes);
  } catch (error) {
    // Somebody sits, or a line runs, where the old one would come back (the exclusion constraints say so).
    if (/assignment_once|reporting_line_one_(primary|deputy)/.test(String(error))) throw editedSince();
    throw error;
  }
  await assertLinesHold(tx, changes);
  const seats = seatsOf(changes);
  const holders = await tx.assignment.findMany({ where: { positionId }, select: { personId: true } });
  const personIds = [...new Set([...seats, ...holders].map((seat) => seat.personId))];
  await refreshVacancy(tx, parts, positionId);
  await syncUnitMembership(tx, parts, personIds);
  await announceSeatGrants(tx, parts, seats);
  return personIds;
}

const editedSince = () => new AppError('conflict', { message: 'orgEdit.editedSince' });

async function assertUntouched(tx: Tx, changes: readonly RowChange[]): Promise<void> {
  const current = await currentRows(tx, changes);
  for (const { table, key, after } of changes)
    if (!sameRow(current.get(`${table} ${key}`) ?? null, after)) throw editedSince();
}

/** A seat that the edit made goes again, and nothing may hang on it by then. */
async function assertNothingBuiltOn(tx: Tx, changes: readonly RowChange[]): Promise<void> {
  const own = changes.map(({ key }) => key).filter(isUuid);
  for (const { table, key, before } of changes) {
    if (table !== 'position' || before) continue;
    const counts = await Promise.all([
      tx.reportingLine.count({
        where: { id: { notIn: own }, OR: [{ managerId: key }, { positionId: key }] },
      }),
      tx.assignment.count({ where: { positionId: key } }),
      tx.grant.count({ where: { positionId: key } }),
      tx.responsibility.count({ where: { positionId: key } }),
    ]);
    if (counts.some((count) => count > 0)) throw editedSince();
  }
}

/** A line that comes back leads to a seat that is still there, and closes no circle. */
async function assertLinesHold(tx: Tx, changes: readonly RowChange[]): Promise<void> {
  const ids = changes
    .filter(({ table, before }) => table === 'reporting_line' && before)
    .map(({ key }) => key);
  const lines = await tx.reportingLine.findMany({
    where: { id: { in: ids } },
    include: { manager: { select: { validTo: true } } },
  });
  for (const { positionId, managerId, kind, validFrom, validTo, manager } of lines) {
    if (manager.validTo && (!validTo || validTo > manager.validTo)) throw editedSince();
    if (kind === 'primary' && (await wouldCycle(tx, positionId, managerId, validFrom)))
      throw new AppError('conflict', { message: 'orgEdit.undoWouldCycle' });
  }
}

type Seat = { personId: string; positionId: string };

function seatsOf(changes: readonly RowChange[]): Seat[] {
  return changes
    .filter(({ table }) => table === 'assignment')
    .map(({ before, after }) => {
      const row = before ?? after;
      return { personId: String(row?.person_id), positionId: String(row?.position_id) };
    });
}
