/** Every kind of problem, with what can be done about it; the first remedy is the one suggested. */
export const REMEDIES = {
  unreadable_row: ['skip_row'],
  row_length: ['skip_row', 'use_cells'],
  missing_id: ['skip_row', 'make_id'],
  missing_title: ['use_unit', 'skip_row'],
  missing_name: ['vacancy', 'withheld_person', 'skip_row'],
  withheld_name: ['withheld_person', 'vacancy', 'skip_row'],
  too_long: ['shorten', 'skip_row'],
  unreadable_value: ['ignore_value', 'skip_row'],
  duplicate: ['keep_first', 'keep_last', 'job_share', 'separate'],
  job_share: ['job_share', 'keep_first', 'keep_last', 'separate'],
  two_managers: ['second_dotted', 'keep_first', 'keep_last', 'separate'],
  same_name: ['one_person', 'separate_persons'],
  known_name: ['use_existing', 'new_person'],
  has_left: ['skip_row', 'rejoin'],
  email_taken: ['without_email', 'skip_row'],
  unknown_site: ['without_site', 'skip_row'],
  unknown_manager: ['nearest', 'without_manager', 'skip_row'],
  manager_left_out: ['next_above', 'without_manager', 'skip_row'],
  reports_to_itself: ['without_manager', 'skip_row'],
  cycle: ['cut_first', 'cut_all', 'skip_rows'],
  several_roots: ['keep_roots', 'under_first'],
  missing_from_file: ['keep', 'end'],
  unknown_person: ['skip_row', 'placeholder'],
  unknown_project: ['without_parent', 'skip_project'],
  project_cycle: ['without_parent', 'skip_project'],
  no_head: ['lowest_rank', 'no_lines'],
  several_heads: ['first_heads', 'no_lines'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type ProblemKind = keyof typeof REMEDIES;
export type Remedy = (typeof REMEDIES)[ProblemKind][number];
export type Remedies = Partial<Record<ProblemKind, Remedy>>;

export function isProblemKind(text: string): text is ProblemKind {
  return Object.hasOwn(REMEDIES, text);
}

export function isRemedyFor(kind: ProblemKind, remedy: unknown): remedy is Remedy {
  return (REMEDIES[kind] as readonly unknown[]).includes(remedy);
}

/** The remedy in force for a kind: the chosen one, else the suggested one. */
export function remedyFor(remedies: Remedies, kind: ProblemKind): Remedy {
  return remedies[kind] ?? REMEDIES[kind][0];
}

/** The suggested remedy of each kind. */
export function suggestedRemedies(kinds: Iterable<ProblemKind>): Remedies {
  const remedies: Remedies = {};
  for (const kind of kinds) remedies[kind] = REMEDIES[kind][0];
  return remedies;
}

/** Keeps the pairs that mean something. */
export function fitRemedies(input: Record<string, unknown>): Remedies {
  const remedies: Remedies = {};
  for (const [kind, remedy] of Object.entries(input))
    if (isProblemKind(kind) && isRemedyFor(kind, remedy)) remedies[kind] = remedy;
  return remedies;
}
