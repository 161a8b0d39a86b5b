import { fold } from '#server/platform/text/fold.ts';

// Words found in real files (UK organograms) and what German exports use for the same.
const WITHHELD = new Set([
  'n/d',
  'nd',
  'not disclosed',
  'withheld',
  'name withheld',
  'redacted',
  'n.n.d.',
  'anonym',
  'gesperrt',
  'nicht genannt',
  'name nicht genannt',
]);
const VACANT = new Set([
  'vacant',
  'gapped',
  'vacancy',
  'vakant',
  'unbesetzt',
  'nicht besetzt',
  'offen',
  'n.n.',
  'n. n.',
  'nn',
  'tbd',
  'tbc',
  'to be confirmed',
  'to be hired',
  'open',
  'zu besetzen',
]);
/** "Med3 Vacant", "North 12 vacant": the number of a post, and nobody on it. */
const VACANT_POST = /^(?=.*\d)[a-z0-9 ./-]+ (?:vacant|vakant|unbesetzt)$/;
const ENDED = new Set([
  'eliminated',
  'abolished',
  'deleted',
  'closed',
  'entfallen',
  'weggefallen',
  'gestrichen',
  'aufgeloest',
]);
const TOP = new Set(['', 'xx', 'x', '-', '--', 'none', 'n/a', 'null', 'keine', 'keiner', 'top', 'root']);

export type NameMarker = 'withheld' | 'vacant' | 'ended' | 'missing' | null;

/** What stands in a name cell instead of a name, or null for a name. */
export function readNameMarker(name: string): NameMarker {
  const word = fold(name);
  if (word === '') return 'missing';
  if (WITHHELD.has(word)) return 'withheld';
  if (VACANT.has(word) || VACANT_POST.test(word)) return 'vacant';
  if (ENDED.has(word)) return 'ended';
  return null;
}

/** True where the manager cell says "nobody above". */
export function isTopMarker(reference: string): boolean {
  return TOP.has(fold(reference));
}
