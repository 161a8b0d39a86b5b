import type { Doer } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { dayOrToday, today } from '../day.ts';
import { type Consequence, consequencesOf, situationOn } from './consequences.ts';
import { type Edit, type EditInput, editSchema } from './edit.schema.ts';
import { runEdit } from './run-edit.ts';

/** Carries what was found out of a transaction that is taken back. */
class TakenBack extends Error {
  readonly found: Consequence[];
  constructor(found: Consequence[]) {
    super('taken back');
    this.found = found;
  }
}

/**
 * What an edit would bring about: it is done as on the day it takes effect, looked at, and taken back. So the preview
 * cannot promise anything else than what the edit does, and refuses what the edit would refuse.
 * @throws AppError as {@link runEdit}
 */
export async function previewEdit(
  parts: Pick<Parts, 'db' | 'ids' | 'clock' | 'events'>,
  doer: Doer,
  input: EditInput,
): Promise<Consequence[]> {
  const edit = parseInput(editSchema, input);
  const day = dayOrToday(parts, edit.from);
  const then = { ...parts, clock: day > today(parts) ? { now: () => new Date(day) } : parts.clock };
  try {
    return await parts.db.$transaction(async (tx): Promise<Consequence[]> => {
      throw new TakenBack(await tryOut(tx, then, doer, edit, day));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.found;
    throw error;
  }
}

async function tryOut(
  tx: Tx,
  then: Pick<Parts, 'ids' | 'clock' | 'events'>,
  doer: Doer,
  edit: Edit,
  day: Date,
): Promise<Consequence[]> {
  const seatIds = edit.kind === 'add' ? [] : await seatAndReports(tx, edit.positionId, day);
  const persons = edit.kind === 'fill' ? [edit.personId] : [];
  const chart = await chartOf(tx, edit);
  const before = chart && (await situationOn(tx, chart, seatIds, persons, day));
  const ran = await runEdit(tx, then, doer, edit);
  if (edit.kind === 'change') await pastPlans(tx, edit.positionId, day);
  if (!chart || !before) return [];
  const seats = edit.kind === 'add' ? [ran.positionId] : seatIds;
  const after = await situationOn(tx, chart, seats, [...persons, ...before.holders], day);
  return consequencesOf(tx, chart, edit, ran, before, after);
}

/** What was planned for the seat before that day has been written by then, and what the edit writes stands over it. */
async function pastPlans(tx: Tx, positionId: string, day: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE chart_edit SET pending = NULL WHERE position_id = ${positionId}::uuid AND takes_effect_on <= ${day}::date`;
}

async function seatAndReports(tx: Tx, positionId: string, day: Date): Promise<string[]> {
  const lines = await tx.reportingLine.findMany({
    where: {
      managerId: positionId,
      kind: 'primary',
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gt: day } }],
    },
    select: { positionId: true },
  });
  return [positionId, ...lines.map((line) => line.positionId)];
}

async function chartOf(tx: Tx, edit: Edit) {
  return edit.kind === 'add'
    ? tx.chart.findUnique({ where: { id: edit.chartId } })
    : tx.chart.findFirst({ where: { positionAsChart: { some: { id: edit.positionId } } } });
}
