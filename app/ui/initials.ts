const TITLES = /^(dr|prof|dipl|ing|med|rer|nat|phil|mag|msc|bsc|mba|h\.?c)\.?$/i;
const PARTICLES = /^(von|van|der|den|de|zu|zur|zum|al|el|bin|bint|ibn|la|le|di|da|dos|du|ten|ter)$/i;

// Segmenting is slow, and a page shows the same few dozen people over and over.
const cache = new Map<string, string>();
const CACHE_SIZE = 5_000;

const segmenter = new Intl.Segmenter('de', { granularity: 'grapheme' });

/**
 * One or two letters that stand for a name: first and last word, without titles and particles. One word gives
 * one letter; scripts without capitals (Arabic, Chinese) give one character, since two would join or crowd.
 */
export function initials(name: string): string {
  let known = cache.get(name);
  if (known === undefined) {
    known = initialsOf(name);
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(name, known);
  }
  return known;
}

function initialsOf(name: string): string {
  const words = name
    .replace(/\(.*?\)/g, ' ')
    .trim()
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word) && !TITLES.test(word));
  const full = words.filter((word) => !PARTICLES.test(word));
  const [first, ...others] = full.length > 0 ? full : words;
  if (!first) return '?';
  const last = others.at(-1);
  const start = letterOf(first);
  if (!last || !hasCase(start)) return start;
  return start + letterOf(last);
}

function letterOf(word: string): string {
  const letter = word.slice(word.search(/\p{L}/u));
  for (const { segment } of segmenter.segment(letter)) return segment.toLocaleUpperCase('de');
  return '';
}

function hasCase(letter: string): boolean {
  return letter.toLowerCase() !== letter.toUpperCase();
}
