import { writeAudit } from '#server/domain/audit/write-audit.ts';
import { type Doer, isSystem } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { isoDay } from '../day.ts';
import { type EditInput, editSchema } from './edit.schema.ts';
import { runEdit } from './run-edit.ts';
import { tellOfEdit } from './tell-of-edit.ts';

/**
 * Changes a chart by hand, from today or from a day to come. What it touched is kept with it, so that it can be undone;
 * the audit says who, what and when.
 * @throws AppError as {@link runEdit}
 */
export async function editChart(
  parts: Pick<Parts, 'ids' | 'clock' | 'events'>,
  doer: Doer,
  input: EditInput,
): Promise<{ editId: string; chartId: string; positionId: string; from: string }> {
  const edit = parseInput(editSchema, input);
  return parts.events.transaction(async (tx) => {
    const ran = await runEdit(tx, parts, doer, edit);
    const { chartId, positionId, rows, pending } = ran;
    const editId = parts.ids.next();
    const byId = isSystem(doer) ? null : doer.personId;
    await tx.chartEdit.create({
      data: {
        id: editId,
        chartId,
        positionId,
        kind: edit.kind,
        byId,
        at: parts.clock.now(),
        takesEffectOn: ran.from,
        rows: JSON.parse(JSON.stringify(rows)),
        ...(pending && { pending }),
      },
    });
    const from = isoDay(ran.from);
    await writeAudit(tx, parts, {
      actorId: byId,
      action: `chart.${edit.kind}`,
      subjectKind: 'position',
      subjectId: positionId,
      details: { editId, chartId, from },
    });
    await tellOfEdit(tx, parts, chartId, ran.personIds);
    return { editId, chartId, positionId, from };
  });
}
