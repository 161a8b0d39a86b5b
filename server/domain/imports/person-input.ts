import type { Problem } from '#server/domain/imports/plan/plan.ts';
import { type Remedies, remedyFor } from '#server/domain/imports/plan/remedies.ts';
import { cutText } from '#server/domain/imports/table/cell-text.ts';
import type { Cells } from '#server/domain/imports/table/row-reader.ts';
import { splitName } from '#server/domain/imports/table/split-name.ts';

/** A person as a row names them. */
export type PersonInput = {
  display: string;
  given: string;
  family: string;
  personnelNumber: string | null;
  email: string | null;
  externalId: string | null;
  site: string | null;
};

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

/** The name cell, or given and family name put together. */
export function readName(row: Cells): string {
  const whole = row.get('name');
  return whole || `${row.get('given_name')} ${row.get('family_name')}`.trim();
}

/** The person of a row; null where a remedy leaves the row out. */
export function readPerson(row: Cells, remedies: Remedies, problems: Problem[]): PersonInput | null {
  const name = readName(row);
  const split = splitName(name);
  let email = row.get('email').toLowerCase() || null;
  if (email && !EMAIL.test(email)) {
    problems.push({ kind: 'unreadable_value', line: row.line, subject: 'email', other: cutText(email, 80) });
    if (remedyFor(remedies, 'unreadable_value') === 'skip_row') return null;
    email = null;
  }
  return {
    display: split.display,
    given: row.get('given_name') || split.given,
    family: row.get('family_name') || split.family,
    personnelNumber: row.get('personnel_number') || null,
    email,
    externalId: row.get('person_id') || null,
    site: row.get('site') || null,
  };
}
