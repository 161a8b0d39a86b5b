const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const KEPT = /[\uE000-\uE07F]/g;

/** The words of a source text (Markdown subset) without its signs; mentions stay as `@[person:UUID]`. */
export function plainText(source: string): string {
  return source
    .replace(ESCAPED, (_all, sign: string) => String.fromCharCode(0xe000 + sign.charCodeAt(0)))
    .replace(/(?<!@)\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}(#{1,6}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/(\*\*|__|~~|`+)/g, '')
    .replace(/(^|[^\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?=[^\p{L}\p{N}]|$)/gu, '$1')
    .replace(KEPT, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xe000))
    .trim();
}

const MENTION = /@\[person:([0-9a-f-]{36})\]/g;

/** The persons mentioned in an indexed text. */
export function mentionsIn(text: string): string[] {
  return [...text.matchAll(MENTION)].map((match) => match[1] as string);
}

/** Puts today's names where persons are mentioned. */
export function withNames(text: string, people: ReadonlyMap<string, { name: string }>): string {
  return text.replace(MENTION, (_all, id: string) => `@${people.get(id)?.name || '…'}`);
}

/** The first words of a text, for a line in a list. */
export function firstWords(text: string, length = 80): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= length) return flat;
  const space = flat.lastIndexOf(' ', length);
  return `${flat.slice(0, space > length / 2 ? space : length).replace(/[\s,;:.–-]+$/u, '')} …`;
}
