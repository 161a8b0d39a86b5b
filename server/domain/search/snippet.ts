import { isNear } from '#server/platform/search-engine/near-words.ts';
import { formsOf, type Term, termsOf, wordsIn } from '#server/platform/search-engine/terms.ts';

/** A piece of text; `hit` where it is what was searched for. Never markup, so it is safe to show. */
export type Segment = { text: string; hit: boolean };

const WORD = /([\p{L}\p{N}][\p{L}\p{N}\p{M}]*)/gu;
const LENGTH = 200;
const BEFORE = 60;

/** Marks the words of `text` that the query means: by beginning, spelling or a typing mistake. */
export function mark(text: string, query: string): Segment[] {
  const terms = termsOf(query);
  return join(
    text.split(WORD).map((piece, index) => ({ text: piece, hit: index % 2 === 1 && isMeant(piece, terms) })),
  );
}

/** About two lines of `text` around the first word meant by the query, marked. */
export function snippet(text: string, query: string): Segment[] {
  const flat = text.replace(/\s+/g, ' ').trim();
  const terms = termsOf(query);
  let first = 0;
  for (const match of flat.matchAll(WORD)) {
    if (!isMeant(match[0], terms)) continue;
    first = match.index;
    break;
  }
  const start = first <= BEFORE ? 0 : wordStart(flat, first - BEFORE);
  const rest = flat.slice(start);
  const cut = rest.length <= LENGTH ? rest : `${rest.slice(0, wordEnd(rest, LENGTH))} …`;
  return mark(start > 0 ? `… ${cut}` : cut, query);
}

function isMeant(word: string, terms: Term[]): boolean {
  const forms = formsOf(word);
  return terms.some((term) =>
    forms.some((form) =>
      term.forms.some(
        (typed) =>
          (typed.length > 1 || form.length === 1) &&
          (form.startsWith(typed) || isNear(typed, form) || sameStem(typed, form)),
      ),
    ),
  );
}

// Inflected forms differ at the end: "Verträge" is meant by "Vertrag".
function sameStem(typed: string, form: string): boolean {
  if (typed.length < 5 || form.length < 4) return false;
  const shared = Math.min(typed.length, form.length) - (typed.length > form.length ? 0 : 1);
  return (
    Math.abs(typed.length - form.length) <= 3 &&
    typed.slice(0, shared) === form.slice(0, shared) &&
    shared >= 4
  );
}

function wordStart(text: string, from: number): number {
  const space = text.indexOf(' ', from);
  return space < 0 ? from : space + 1;
}

function wordEnd(text: string, to: number): number {
  const space = text.lastIndexOf(' ', to);
  return space > to / 2 ? space : to;
}

function join(pieces: Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const piece of pieces) {
    if (piece.text === '') continue;
    const last = joined.at(-1);
    if (last && last.hit === piece.hit) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

/** True where a query holds something to search for. */
export function isSearchable(query: string): boolean {
  return wordsIn(query).length > 0;
}
