import type { ImportKindName } from '#server/domain/imports/fields.ts';
import type { ProblemKind, Remedies } from './remedies.ts';

export const ENTITIES = [
  'unit',
  'person',
  'account',
  'position',
  'assignment',
  'line',
  'project',
  'responsibility',
] as const;
export type Entity = (typeof ENTITIES)[number];
export type ChangeAction = 'create' | 'change' | 'end';

/** Column values by Prisma's field names; days as YYYY-MM-DD. */
export type Values = Record<string, string | number | boolean | null>;

/**
 * One row to write: created with `after`, or changed from `before` to `after` (only the fields that differ).
 * What undo needs is exactly this, so it is stored as it is.
 */
export type Operation = {
  entity: Entity;
  action: ChangeAction;
  id: string;
  /** The line of the file that asks for it; null where a row is changed in consequence. */
  line: number | null;
  /** What the row is about, for a person who reads the list. */
  label: string;
  before: Values | null;
  after: Values;
};

/** Something in the file that needs a decision. `subject` names it, `other` what it collides with. */
export type Problem = { kind: ProblemKind; line: number; subject: string; other?: string; lines?: number[] };

/** Worth knowing, nothing to decide. */
export type Notice = { kind: 'vacant' | 'ended' | 'ended_unknown'; line: number; subject: string };

export type Plan = {
  kind: ImportKindName;
  rows: number;
  operations: Operation[];
  problems: Problem[];
  notices: Notice[];
};

export type Counts = Record<Entity, Record<ChangeAction, number>>;

/** What a planner is given beside the file and the present state. */
export type PlanSettings = {
  /** Which system the ids come from. */
  source: string;
  remedies: Remedies;
  /** The day from which the changes count, YYYY-MM-DD. */
  today: string;
  newId: () => string;
};

/** How many rows of each kind would be created, changed, ended. */
export function countOperations(operations: readonly Operation[]): Counts {
  const counts = Object.fromEntries(
    ENTITIES.map((entity) => [entity, { create: 0, change: 0, end: 0 }]),
  ) as Counts;
  for (const operation of operations) counts[operation.entity][operation.action] += 1;
  return counts;
}

/** The kinds of problem a plan has, in the order in which they are dealt with. */
export function problemKinds(problems: readonly Problem[]): ProblemKind[] {
  return [...new Set(problems.map((problem) => problem.kind))];
}

/** An operation that changes only what differs, or null when nothing does. */
export function difference(before: Values, after: Values): { before: Values; after: Values } | null {
  const changed = Object.keys(after).filter((key) => (before[key] ?? null) !== (after[key] ?? null));
  if (changed.length === 0) return null;
  return {
    before: Object.fromEntries(changed.map((key) => [key, before[key] ?? null])),
    after: Object.fromEntries(changed.map((key) => [key, after[key] ?? null])),
  };
}

/** Problems in the order of the file; what is not in it comes last. */
export function byLine(a: Problem, b: Problem): number {
  return (a.line || Number.MAX_SAFE_INTEGER) - (b.line || Number.MAX_SAFE_INTEGER);
}
