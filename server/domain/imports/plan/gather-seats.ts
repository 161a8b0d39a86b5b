import type { PersonInput } from '#server/domain/imports/person-input.ts';
import { fold } from '#server/platform/text/fold.ts';
import type { SeatRow } from './organisation-rows.ts';
import type { Problem } from './plan.ts';
import { type ProblemKind, type Remedies, remedyFor } from './remedies.ts';

export type Holder = { line: number; person: PersonInput | null; share: number };

/** One seat, gathered from the rows that share its id. A holder without a person is one whose name is withheld. */
export type Seat = Omit<SeatRow, 'state' | 'person' | 'share' | 'dotted'> & {
  state: 'live' | 'ended' | 'left_out';
  holders: Holder[];
  dotted: string[];
};

/** Puts rows with one id together: a job share, a second manager, or a plain duplicate, each by its remedy. */
export function gatherSeats(rows: readonly SeatRow[], remedies: Remedies, problems: Problem[]): Seat[] {
  const groups = new Map<string, SeatRow[]>();
  for (const row of rows) {
    const group = groups.get(row.id);
    if (group) group.push(row);
    else groups.set(row.id, [row]);
  }
  return [...groups.values()].flatMap((group) => gatherGroup(group, remedies, problems));
}

function gatherGroup(group: SeatRow[], remedies: Remedies, problems: Problem[]): Seat[] {
  const live = group.filter((row) => row.state !== 'ended' && row.state !== 'left_out');
  const [first, second] = live;
  if (!first) return [toSeat(group[0] as SeatRow, [], group[0]?.state === 'ended' ? 'ended' : 'left_out')];
  if (!second) return [toSeat(first, holdersOf([first]))];
  const kind = kindOf(live);
  problems.push({
    kind,
    line: second.line,
    subject: first.id,
    other: namesOf(live),
    lines: live.map((row) => row.line),
  });
  switch (remedyFor(remedies, kind)) {
    case 'keep_last': {
      const last = live[live.length - 1] as SeatRow;
      return [toSeat(last, holdersOf([last]))];
    }
    case 'job_share':
      return [toSeat(first, holdersOf(live))];
    case 'second_dotted':
      return [
        {
          ...toSeat(first, onePerName(holdersOf(live))),
          dotted: [first.dotted, ...otherManagers(live)].filter(Boolean),
        },
      ];
    case 'separate':
      return live.map((row, index) =>
        toSeat(index === 0 ? row : { ...row, id: `${row.id}#${index + 1}` }, holdersOf([row])),
      );
    default:
      return [toSeat(first, holdersOf([first]))];
  }
}

function kindOf(live: readonly SeatRow[]): Extract<ProblemKind, 'duplicate' | 'job_share' | 'two_managers'> {
  if (new Set(live.map((row) => row.manager)).size > 1) return 'two_managers';
  const names = live.flatMap((row) => (row.person ? [personKey(row.person)] : []));
  return names.length === live.length && new Set(names).size === live.length ? 'job_share' : 'duplicate';
}

function toSeat(row: SeatRow, holders: Holder[], state: Seat['state'] = 'live'): Seat {
  const { person: _person, share: _share, ...rest } = row;
  return { ...rest, state, holders, dotted: row.dotted ? [row.dotted] : [] };
}

/** One holder a row, and a person named twice only once. */
function holdersOf(rows: readonly SeatRow[]): Holder[] {
  const seen = new Set<string>();
  return rows.flatMap((row): Holder[] => {
    if (row.state === 'withheld') return [{ line: row.line, person: null, share: row.share }];
    if (row.state !== 'person' || !row.person) return [];
    const key = personKey(row.person);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ line: row.line, person: row.person, share: row.share }];
  });
}

/** Two rows for one seat under two managers are one person's, unless they bear two names. */
function onePerName(holders: Holder[]): Holder[] {
  const named = holders.filter((holder) => holder.person);
  return named.length > 0 ? named : holders.slice(0, 1);
}

function otherManagers(live: readonly SeatRow[]): string[] {
  return [...new Set(live.map((row) => row.manager))].slice(1);
}

function personKey(person: PersonInput): string {
  return person.personnelNumber ?? person.externalId ?? person.email ?? fold(person.display);
}

function namesOf(live: readonly SeatRow[]): string {
  return live
    .map((row) => row.person?.display ?? '–')
    .join(', ')
    .slice(0, 200);
}
