import type { GrantKind, GrantScope, Role } from '#server/platform/database/schema.ts';

/** The supervisory board reads along; it has no seat in the chart. */
export const READERS: readonly (readonly [given: string, family: string])[] = [
  ['Wilhelmine', 'Tannenberg-Öztürk'],
];

/** The addresses and numbers that the README names; all others get an invitation when they are needed. */
export const SIGN_INS: readonly { who: string; email: string | null; role?: Role }[] = [
  { who: 'Ronja Weiß', email: 'employee@demo.test' },
  { who: 'Aylin Kaya', email: 'lead@demo.test' },
  { who: 'Björn Ahlers', email: 'admin@demo.test', role: 'administrator' },
  { who: 'Wilhelmine Tannenberg-Öztürk', email: 'reader@demo.test', role: 'reader' },
  { who: 'Renate Brinkmann', email: 'betriebsrat@demo.test' },
  { who: 'Yusuf Şahin', email: null },
];

/** People operations, beside the sign-ins above. */
export const PEOPLE_OPERATIONS: readonly string[] = ['Anke Feddersen', 'Carolin Siemers'];

export const OFFICES = [
  { key: 'board', nameEn: 'Management Board', nameDe: 'Geschäftsführung', independent: false },
  { key: 'works-council', nameEn: 'Works Council', nameDe: 'Betriebsrat', independent: true },
] as const;

/** Rights beyond the role. `scope` names an office, a site or a person. */
export const GRANTS: readonly {
  who: string;
  kind: GrantKind;
  scope?: readonly [Extract<GrantScope, 'office' | 'site' | 'person'>, string];
}[] = [
  { who: 'Henrik Müller', kind: 'post_to_everyone' },
  { who: 'Leyla Demir', kind: 'post_to_everyone' },
  { who: 'Leyla Demir', kind: 'must_read' },
  { who: 'Inés García', kind: 'post_to_everyone' },
  { who: 'Felix Amann', kind: 'post_to_everyone' },
  { who: 'Renate Brinkmann', kind: 'post_to_everyone' },
  { who: 'Henrik Müller', kind: 'speak_for', scope: ['office', 'board'] },
  { who: 'Leyla Demir', kind: 'speak_for', scope: ['office', 'board'] },
  { who: 'Aylin Kaya', kind: 'speak_for', scope: ['person', 'Leyla Demir'] },
  { who: 'Renate Brinkmann', kind: 'speak_for', scope: ['office', 'works-council'] },
  { who: 'Erkan Polat', kind: 'speak_for', scope: ['office', 'works-council'] },
  { who: 'Felix Amann', kind: 'moderate' },
  { who: 'Björn Ahlers', kind: 'moderate' },
  { who: 'Nils Eggers', kind: 'site_staff', scope: ['site', 'hamburg'] },
  { who: 'Ilona Schwenke', kind: 'site_staff', scope: ['site', 'rostock'] },
  { who: 'Kevin Maurer', kind: 'site_staff', scope: ['site', 'schweinfurt'] },
  { who: 'Friederike Baumgartner', kind: 'manage_project' },
];

/** Who is away, from and until (first day back), counted from the first start, and who deputises. */
export const ABSENCES: readonly { who: string; from: number; until: number; deputy?: string }[] = [
  { who: 'Mara Süß-Lindemann', from: -4, until: 5, deputy: 'Jonas Böttger' },
  { who: 'Gerrit Boysen', from: -9, until: 3, deputy: 'Nadine Scholz' },
  { who: 'Sofia Lindgren', from: -1, until: 13, deputy: 'Ilka Meyn' },
  { who: 'Kathleen Ahrens', from: 10, until: 24, deputy: 'René Burmeister' },
];
