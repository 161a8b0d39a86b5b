import type { Mapping } from '#server/domain/imports/table/guess-mapping.ts';
import { fold } from '#server/platform/text/fold.ts';
import type { Seat } from './gather-seats.ts';
import type { KnownPosition } from './organisation-state.ts';
import { difference, type Operation, type PlanSettings, type Values } from './plan.ts';
import type { DesiredHolder } from './plan-assignments.ts';
import type { createUnitMatcher } from './plan-units.ts';
import type { Node } from './resolve-lines.ts';

type Input = {
  live: readonly Node[];
  gone: ReadonlySet<string>;
  desired: ReadonlyMap<string, DesiredHolder[]>;
  present: ReadonlyMap<string, KnownPosition>;
  units: ReturnType<typeof createUnitMatcher>;
  sites: ReadonlyMap<string, string>;
  mapping: Mapping;
  chartId: string;
  settings: PlanSettings;
};

/** Creates, changes and ends positions. Columns that are not mapped leave what is there alone. */
export function planPositions(input: Input): Operation[] {
  const operations: Operation[] = [];
  for (const node of input.live) {
    const seat = node.seat as Seat;
    const known = input.present.get(node.id);
    const wanted = wantedValues(input, node, seat, known);
    if (!known) {
      const after: Values = {
        chartId: input.chartId,
        rank: 0,
        validFrom: input.settings.today,
        externalSource: input.settings.source,
        externalId: seat.id,
        unitId: null,
        siteId: null,
        grade: null,
        ...wanted,
      };
      operations.push({
        entity: 'position',
        action: 'create',
        id: node.id,
        line: seat.line,
        label: seat.title,
        before: null,
        after,
      });
      continue;
    }
    const { searchTitle, ...comparable } = wanted;
    const changed = difference(known as unknown as Values, comparable) ?? { before: {}, after: {} };
    if (known.closed) {
      // The seat is back: it opens again under its old id.
      changed.before.validTo = input.settings.today;
      changed.after.validTo = null;
    }
    if (Object.keys(changed.after).length === 0) continue;
    if (changed.after.title !== undefined) {
      changed.after.searchTitle = searchTitle ?? '';
      changed.before.searchTitle = fold(known.title);
    }
    operations.push({
      entity: 'position',
      action: 'change',
      id: node.id,
      line: seat.line,
      label: seat.title,
      ...changed,
    });
  }
  for (const id of input.gone) {
    const known = input.present.get(id);
    if (known && !known.closed)
      operations.push({
        entity: 'position',
        action: 'end',
        id,
        line: null,
        label: known.title,
        before: { validTo: null },
        after: { validTo: input.settings.today },
      });
  }
  return operations;
}

function wantedValues(input: Input, node: Node, seat: Seat, known: KnownPosition | undefined): Values {
  const { mapping } = input;
  const wanted: Values = {};
  if (mapping.title !== undefined || !known) {
    wanted.title = seat.title;
    wanted.searchTitle = fold(seat.title);
  }
  if (mapping.unit !== undefined || mapping.parent_unit !== undefined)
    wanted.unitId = input.units.match(seat.unit, seat.parentUnit, seat.line);
  if (mapping.site !== undefined) wanted.siteId = input.sites.get(fold(seat.site)) ?? null;
  if (mapping.grade !== undefined) wanted.grade = seat.grade || null;
  const vacant = (input.desired.get(node.id) ?? []).length === 0;
  wanted.vacantSince = vacant ? (known?.vacantSince ?? input.settings.today) : null;
  return wanted;
}
