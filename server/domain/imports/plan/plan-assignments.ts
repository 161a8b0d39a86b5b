import type { KnownAssignment, KnownPerson } from './organisation-state.ts';
import type { Operation, PlanSettings } from './plan.ts';

export type DesiredHolder = { personId: string; share: number; line: number };

type Input = {
  /** Per position of the file: who sits on it. */
  desired: ReadonlyMap<string, DesiredHolder[]>;
  gone: ReadonlySet<string>;
  present: ReadonlyMap<string, KnownAssignment[]>;
  persons: ReadonlyMap<string, KnownPerson>;
  nameOf: (personId: string) => string;
  titles: ReadonlyMap<string, string>;
  settings: PlanSettings;
};

/** Puts people on seats and takes them off, so that each has exactly one main seat; withheld persons without a seat end. */
export function planAssignments(input: Input): Operation[] {
  const { settings, titles } = input;
  const operations: Operation[] = [];
  const ended = new Set<string>();
  const label = (personId: string, positionId: string) =>
    `${input.nameOf(personId) || '–'} → ${titles.get(positionId) ?? ''}`;

  const end = (assignment: KnownAssignment, line: number | null) => {
    ended.add(assignment.id);
    operations.push({
      entity: 'assignment',
      action: 'end',
      id: assignment.id,
      line,
      label: label(assignment.personId, assignment.positionId),
      before: { validTo: null },
      after: { validTo: settings.today },
    });
  };
  for (const positionId of input.gone)
    for (const assignment of input.present.get(positionId) ?? []) end(assignment, null);
  for (const [positionId, holders] of input.desired)
    for (const assignment of input.present.get(positionId) ?? [])
      if (!holders.some((holder) => holder.personId === assignment.personId))
        end(assignment, holders[0]?.line ?? null);

  const remaining = [...input.present.values()].flat().filter((assignment) => !ended.has(assignment.id));
  const held = new Map<string, KnownAssignment[]>();
  for (const assignment of remaining)
    held.set(assignment.personId, [...(held.get(assignment.personId) ?? []), assignment]);
  const withMain = new Set(
    remaining.filter((assignment) => assignment.main).map((assignment) => assignment.personId),
  );

  for (const [positionId, holders] of input.desired)
    for (const holder of holders) {
      const current = held.get(holder.personId)?.find((assignment) => assignment.positionId === positionId);
      if (!current) {
        const main = !withMain.has(holder.personId) && !held.has(holder.personId);
        if (main) withMain.add(holder.personId);
        const after = {
          positionId,
          personId: holder.personId,
          share: holder.share,
          main,
          validFrom: settings.today,
        };
        operations.push({
          entity: 'assignment',
          action: 'create',
          id: settings.newId(),
          line: holder.line,
          label: label(holder.personId, positionId),
          before: null,
          after,
        });
      } else if (current.share !== holder.share)
        operations.push({
          entity: 'assignment',
          action: 'change',
          id: current.id,
          line: holder.line,
          label: label(holder.personId, positionId),
          before: { share: current.share },
          after: { share: holder.share },
        });
    }
  return [...operations, ...promote(held, withMain, label), ...endWithheld(input, ended, held)];
}

/** Whoever lost the main seat and keeps another gets that as the main one. */
function promote(
  held: ReadonlyMap<string, KnownAssignment[]>,
  withMain: ReadonlySet<string>,
  label: (person: string, position: string) => string,
): Operation[] {
  return [...held].flatMap(([personId, assignments]) => {
    const [first] = assignments;
    if (!first || withMain.has(personId)) return [];
    const change = { before: { main: false }, after: { main: true } };
    return [
      {
        entity: 'assignment' as const,
        action: 'change' as const,
        id: first.id,
        line: null,
        label: label(personId, first.positionId),
        ...change,
      },
    ];
  });
}

function endWithheld(
  input: Input,
  ended: ReadonlySet<string>,
  held: ReadonlyMap<string, KnownAssignment[]>,
): Operation[] {
  const kept = new Set([...input.desired.values()].flat().map((holder) => holder.personId));
  const leaving = new Set(
    [...input.present.values()]
      .flat()
      .filter((assignment) => ended.has(assignment.id))
      .map((assignment) => assignment.personId),
  );
  return [...leaving].flatMap((personId) => {
    if (!input.persons.get(personId)?.nameWithheld || kept.has(personId) || held.has(personId)) return [];
    return [
      {
        entity: 'person' as const,
        action: 'end' as const,
        id: personId,
        line: null,
        label: '',
        before: { endsOn: null },
        after: { endsOn: input.settings.today },
      },
    ];
  });
}
