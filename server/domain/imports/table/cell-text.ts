// Written as escapes on purpose: these characters cannot be seen, and PostgreSQL refuses NUL in a text.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
// White space, and what looks like none: no-break, zero-width and direction marks at either end.
const EDGE = /^[\s\u200b-\u200f\u2060]+|[\s\u200b-\u200f\u2060]+$/gu;

/** A cell as it is compared and stored: NFC, without control characters, trimmed; line breaks stay. */
export function cleanCell(text: string): string {
  return text
    .replace(CONTROL, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(EDGE, '');
}

/** A cell that stands on one line: names, titles, ids. */
export function oneLine(text: string): string {
  return cleanCell(text).replace(/\s+/g, ' ');
}

/** The first `limit` UTF-16 units of a text, never ending in half a character: PostgreSQL refuses such a half. */
export function cutText(text: string, limit: number): string {
  return text.slice(0, limit).replace(LONE_SURROGATE, '');
}
