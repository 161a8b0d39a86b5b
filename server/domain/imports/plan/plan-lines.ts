import type { KnownLine } from './organisation-state.ts';
import type { Operation, PlanSettings } from './plan.ts';
import type { Node, ResolvedLines } from './resolve-lines.ts';

type Input = {
  lines: ResolvedLines;
  live: readonly Node[];
  gone: ReadonlySet<string>;
  present: ReadonlyMap<string, KnownLine[]>;
  chartId: string;
  titles: ReadonlyMap<string, string>;
  dottedMapped: boolean;
  settings: PlanSettings;
};

/** Ends the reporting lines that no longer hold and draws the new ones: ended first, so that no seat has two primary lines. */
export function planLines(input: Input): Operation[] {
  const ends: Operation[] = [];
  const creates: Operation[] = [];
  const lineOf = new Map(input.live.map((node) => [node.id, node.seat?.line ?? null]));
  const label = (positionId: string, managerId: string) =>
    `${input.titles.get(positionId) ?? ''} → ${input.titles.get(managerId) ?? ''}`;
  const end = (line: KnownLine) =>
    ends.push({
      entity: 'line',
      action: 'end',
      id: line.id,
      line: lineOf.get(line.positionId) ?? null,
      label: label(line.positionId, line.managerId),
      before: { validTo: null },
      after: { validTo: input.settings.today },
    });
  const draw = (positionId: string, managerId: string, kind: KnownLine['kind']) => {
    const after = { chartId: input.chartId, positionId, managerId, kind, validFrom: input.settings.today };
    creates.push({
      entity: 'line',
      action: 'create',
      id: input.settings.newId(),
      line: lineOf.get(positionId) ?? null,
      label: label(positionId, managerId),
      before: null,
      after,
    });
  };

  for (const [positionId, managerId] of input.lines.parents) {
    const primary = input.present.get(positionId)?.find((line) => line.kind === 'primary');
    if ((primary?.managerId ?? null) === managerId) continue;
    if (primary) end(primary);
    if (managerId) draw(positionId, managerId, 'primary');
  }
  for (const positionId of input.gone) for (const line of input.present.get(positionId) ?? []) end(line);
  for (const lines of input.present.values())
    for (const line of lines)
      if (line.kind === 'dotted' && input.gone.has(line.managerId) && !input.gone.has(line.positionId))
        end(line);

  for (const [positionId, managers] of input.lines.dotted) {
    const parent = input.lines.parents.get(positionId) ?? null;
    const present = (input.present.get(positionId) ?? []).filter(
      (line) => line.kind === 'dotted' && !input.gone.has(line.managerId),
    );
    if (input.dottedMapped || managers.length > 0)
      for (const line of present) if (!managers.includes(line.managerId)) end(line);
    for (const managerId of managers)
      if (managerId !== parent && !present.some((line) => line.managerId === managerId))
        draw(positionId, managerId, 'dotted');
  }
  return [...ends, ...creates];
}
