import type { Counts, Plan } from '#server/domain/imports/plan/plan.ts';
import { problemKinds } from '#server/domain/imports/plan/plan.ts';
import { type ProblemKind, REMEDIES, type Remedies } from '#server/domain/imports/plan/remedies.ts';

const ENTITY_WORDS: Record<keyof Counts, string> = {
  unit: 'units',
  person: 'people',
  account: 'accounts (waiting for an invitation)',
  position: 'positions',
  assignment: 'seats taken',
  line: 'reporting lines',
  project: 'projects',
  responsibility: 'responsibilities',
};

/** "293 positions", by what would happen to them; one line a kind of row. */
export function describeCounts(counts: Counts): string[] {
  const lines = Object.entries(counts).flatMap(([entity, { create, change, end }]) => {
    const parts = [
      create && `${create} created`,
      change && `${change} changed`,
      end && `${end} ended`,
    ].filter(Boolean);
    return parts.length > 0 ? [`${ENTITY_WORDS[entity as keyof Counts].padEnd(38)} ${parts.join(', ')}`] : [];
  });
  return lines.length > 0 ? lines : ['nothing to change'];
}

/** Every kind of problem with its lines and remedies; `shown` limits the lines of each. */
export function describeProblems(plan: Plan, chosen: Remedies, shown: number): string[] {
  return problemKinds(plan.problems).flatMap((kind) => {
    const own = plan.problems.filter((problem) => problem.kind === kind);
    const remedies = REMEDIES[kind]
      .map((remedy, index) => (index === 0 ? `${remedy} (suggested)` : remedy))
      .join(' | ');
    const lines = own.slice(0, shown).map(({ line, subject, other, lines: all }) => {
      const where =
        all && all.length > 1
          ? `lines ${all.slice(0, 8).join(', ')}`
          : line > 0
            ? `line ${line}`
            : 'not in the file';
      return `    ${where}: ${subject}${other ? ` – ${other}` : ''}`;
    });
    if (own.length > shown) lines.push(`    … and ${own.length - shown} more (--lines ${own.length})`);
    return [
      `  ${kind}: ${own.length}`,
      `    remedy: ${chosen[kind] ?? 'to be chosen'}    of: ${remedies}`,
      ...lines,
    ];
  });
}

/** What to type so that the open problems have a remedy. */
export function describeOpen(kinds: readonly ProblemKind[]): string[] {
  return [
    'Nothing was changed: some problems have no remedy yet. Choose one for each, for example',
    ...kinds.map((kind) => `  --remedy ${kind}=${REMEDIES[kind][0]}`),
    'or take all suggested ones with --remedies suggested.',
  ];
}

/** What a notice of the plan says. */
export const NOTICES: Record<string, string> = {
  vacant: 'vacant in the file',
  ended: 'marked as ended in the file',
  ended_unknown: 'of these never imported, so nothing to end',
};

/** A wrong use of the command: its sentence is all there is to say. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** The domain's message keys, in words for a terminal. */
export const SENTENCES: Record<string, string> = {
  'import.errorTooLarge': 'The file is larger than 20 MB.',
  'import.errorNotText': 'This is a spreadsheet or a PDF. Save it as CSV first.',
  'import.errorEmpty': 'The file is empty.',
  'import.errorNoRows': 'The file has a heading but no rows below it.',
  'import.errorBinary': 'This is no text file.',
  'import.errorColumns': 'The file has more than 500 columns.',
  'import.errorBusy': 'Another import is at work. Try again when it has ended.',
  'import.errorChangedSince': 'The company changed while this was planned. Run the command again.',
  'import.errorInterrupted': 'The import was cut off; nothing of it was written.',
  'import.errorFileGone': 'The file of this import is no longer kept. Run the command again.',
  'import.errorNotPlanned': 'Somebody applied or discarded this import at the same moment.',
  'import.errorNotApplied': 'This import is not applied, so there is nothing to take back.',
  'import.errorSource': 'A source is a short name of letters, digits, dots and dashes.',
  not_found: 'There is no such import.',
};
