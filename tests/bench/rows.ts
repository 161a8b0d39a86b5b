export type Row = { row: string; value: number; unit: string; floor: number | null; ratio: number | null };

/** What was measured, each beside its floor; said as it comes, so that a long run is not silent. */
export function createRows(only: string | undefined) {
  const rows: Row[] = [];
  return {
    rows,
    /** True for a row under the asked-for prefix, and for the group that holds it. */
    wanted: (name: string) => !only || name.startsWith(only) || only.startsWith(name),
    /** True where `name`, or something in it, was asked for by name: what takes long waits for that. */
    asked: (name: string) => only?.startsWith(name) ?? false,
    note(row: string, value: number, unit: string, floor: number | null = null): void {
      const round = (number: number) => Number(number.toPrecision(4));
      const ratio = floor ? round(value / floor) : null;
      rows.push({ row, value: round(value), unit, floor: floor === null ? null : round(floor), ratio });
      const beside = ratio === null ? '' : `floor ${round(floor as number)}, ratio ${ratio}`;
      console.log(
        `${row.padEnd(28)} ${String(round(value)).padStart(10)} ${unit.padEnd(6)} ${beside}`.trimEnd(),
      );
    },
  };
}

export type Rows = ReturnType<typeof createRows>;
