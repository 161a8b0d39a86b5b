import { systemActor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { today } from '../day.ts';
import { updatePosition } from '../update-position.ts';
import { changedRows, readRows } from './row-images.ts';
import type { Pending } from './run-edit.ts';
import { tellOfEdit } from './tell-of-edit.ts';

/** Writes on seats what was planned for today or, where a night was missed, before. One that fails leaves the others alone. */
export async function applyPending(parts: Parts): Promise<void> {
  const due = await parts.db.$queryRaw<{ id: string; positionId: string; pending: Pending }[]>`
    SELECT e.id::text, e.position_id::text AS "positionId", e.pending FROM chart_edit e
    JOIN position p ON p.id = e.position_id AND (p.valid_to IS NULL OR p.valid_to > ${today(parts)}::date)
    WHERE e.takes_effect_on <= ${today(parts)}::date AND e.pending IS NOT NULL AND e.undone_at IS NULL
    ORDER BY e.takes_effect_on, e.at, e.id`;
  for (const edit of due) {
    try {
      await applyOne(parts, edit);
    } catch (error) {
      parts.log.error({ err: error, editId: edit.id }, 'A planned change of a chart could not be made');
    }
  }
}

async function applyOne(
  parts: Parts,
  edit: { id: string; positionId: string; pending: Pending },
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const reach = { positionIds: [edit.positionId] };
    const before = await readRows(tx, reach);
    const { chartId, personIds } = await updatePosition(
      tx,
      parts,
      systemActor,
      edit.positionId,
      edit.pending,
    );
    const rows = changedRows(before, await readRows(tx, reach));
    await tx.$executeRaw`
      UPDATE chart_edit SET pending = NULL, rows = ${JSON.stringify(rows)}::jsonb WHERE id = ${edit.id}::uuid`;
    await tellOfEdit(tx, parts, chartId, personIds);
  });
}
