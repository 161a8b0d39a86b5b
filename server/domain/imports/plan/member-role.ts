import { fold } from '#server/platform/text/fold.ts';

export type RoleClass = 'head' | 'deputy' | 'sponsor' | 'other';

// Whole roles, folded: "vice chairman" must not pass for "chairman".
const HEAD =
  /^(co-?)?(chair|chairman|chairwoman|chairperson|lead|leader|head|project lead|project leader|project manager|projektleiter(:?in)?|projektleitung|leiter(:?in)?|leitung|vorsitz|vorsitzende[rn]?)$/;
const DEPUTY =
  /^(vice|deputy)[ -]?(chair|chairman|chairwoman|chairperson|lead|leader|project lead|project manager|head)?$|^stellv/;
const SPONSOR = /^(project )?sponsor(:?in)?$|^auftraggeber(:?in)?$/;

/** What a role in a project means: who heads it, who stands in. */
export function classifyRole(role: string): RoleClass {
  const word = fold(role);
  if (DEPUTY.test(word)) return 'deputy';
  if (HEAD.test(word)) return 'head';
  return SPONSOR.test(word) ? 'sponsor' : 'other';
}
