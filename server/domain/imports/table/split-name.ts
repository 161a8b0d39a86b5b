const PARTICLES = new Set([
  'von',
  'vom',
  'zu',
  'zur',
  'van',
  'der',
  'den',
  'de',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'la',
  'le',
  'el',
  'al',
  'bin',
  'ibn',
  'ter',
  'ten',
  'mac',
  'st.',
]);
const SUFFIX = /^(jr\.?|sr\.?|ii|iii|iv|cb|cbe|obe|mbe|kcb|qc|kc|phd|md|mba|dr\.?)$/i;

/** Given and family name of a full name: "Weiß, Ronja", "Ronja Weiß", "Anna von der Heide", "Richard Heaton CB". */
export function splitName(full: string): { given: string; family: string; display: string } {
  const comma = full.split(',');
  if (comma.length === 2 && comma[0] && comma[1] && !SUFFIX.test(comma[1].trim())) {
    const [family, given] = [comma[0].trim(), comma[1].trim()];
    return { given, family, display: `${given} ${family}`.trim() };
  }
  const words = full.replace(/,/g, '').split(' ').filter(Boolean);
  let end = words.length;
  while (end > 1 && SUFFIX.test(words[end - 1] ?? '')) end -= 1;
  let start = end - 1;
  while (start > 1 && PARTICLES.has((words[start - 1] ?? '').toLowerCase())) start -= 1;
  return { given: words.slice(0, start).join(' '), family: words.slice(start, end).join(' '), display: full };
}
