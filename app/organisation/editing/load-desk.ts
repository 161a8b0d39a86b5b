import type { Actor, Services } from '#app/shell/load-context.ts';
import type { EditDesk } from './edit-desk.ts';

/**
 * A seat as whoever edits it needs it, and what was done to its chart of late.
 * @throws AppError forbidden, not_found
 */
export async function loadDesk(
  { organisation }: Services,
  editor: Actor,
  chartId: string,
  position: string | null,
): Promise<EditDesk> {
  const [edits, seat, units, sites] = await Promise.all([
    organisation.chartEdits(editor, chartId),
    position ? organisation.seatToEdit(editor, position) : null,
    organisation.units(),
    organisation.sites(),
  ]);
  const named = (rows: { id: string; name: string }[]) => rows.map(({ id, name }) => ({ id, name }));
  return { seat, edits, units: named(units), sites: named(sites) };
}
