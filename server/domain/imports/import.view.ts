import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import type { ChangeAction, Counts, Entity, Notice } from '#server/domain/imports/plan/plan.ts';
import type { ProblemKind, Remedy } from '#server/domain/imports/plan/remedies.ts';
import type { TableFormat } from '#server/domain/imports/table/detect-format.ts';
import type { ImportField, ImportKindName } from './fields.ts';
import type { Left } from './undo-import.ts';

export type RunState = 'planned' | 'applying' | 'applied' | 'failed' | 'undone';

/** One line of the list of runs. */
export type RunHead = {
  id: string;
  kind: ImportKindName;
  source: string;
  fileName: string;
  state: RunState;
  rows: number;
  rowsDone: number;
  startedBy: PersonRef | null;
  createdAt: string;
  appliedAt: string | null;
  undoneAt: string | null;
  /** A message key. */
  error: string | null;
  counts: Counts | null;
};

export type ColumnView = {
  header: string;
  /** The first values, so that one sees what the column holds; nothing of a pay column. */
  samples: string[];
  field: ImportField | null;
  pay: boolean;
};

export type ProblemItem = { line: number; subject: string; other: string | null; lines: number[] | null };
export type ProblemGroup = {
  kind: ProblemKind;
  count: number;
  remedies: Remedy[];
  suggested: Remedy;
  /** Null while nobody has decided. */
  chosen: Remedy | null;
  items: ProblemItem[];
};

export type ChangeItem = {
  entity: Entity;
  action: ChangeAction;
  line: number | null;
  label: string;
  /** For changes: which values, from what to what. */
  fields: { field: string; from: string; to: string }[];
};
export type ChangeFilter = {
  entity?: Entity | undefined;
  action?: ChangeAction | undefined;
  from?: number | undefined;
};
export type ChangePage = { total: number; from: number; items: ChangeItem[]; next: number | null };

export type DryRun = {
  counts: Counts;
  /** Names this very plan; given back when it is applied. */
  digest: string;
  /** Nothing would change. */
  nothing: boolean;
  problems: ProblemGroup[];
  /** Kinds of problem that wait for a decision. */
  open: ProblemKind[];
  notices: Partial<Record<Notice['kind'], number>>;
  changes: ChangePage;
};

export type ImportView = {
  run: RunHead;
  format: TableFormat;
  fields: readonly ImportField[];
  columns: ColumnView[];
  remembered: boolean;
  /** One of these must be mapped before there can be a dry run. */
  missing: readonly ImportField[] | null;
  dryRun: DryRun | null;
  /** What an applied run did. */
  applied: {
    changes: ChangePage;
    problems: Partial<Record<ProblemKind, number>>;
    milliseconds: number | null;
  } | null;
  undo: { undone: number; left: Left[] } | null;
};
