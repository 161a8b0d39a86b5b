// How Meilisearch matches and ranks, as far as Flurfunk relies on it: written from its documentation, apart from our
// own matching code, so that the two can disagree.

export type Document = Record<string, unknown> & { id: string };
export type Query = {
  q: string;
  filter?: (string | string[])[];
  attributesToSearchOn?: string[];
};
export type Ranked = { document: Document; typos: number; key: number[] };

/** The documents that hold every word of the query, best first. */
export function rank(
  documents: Iterable<Document>,
  query: Query,
  settings: Record<string, unknown>,
): Ranked[] {
  const searchable = settings.searchableAttributes as string[];
  const attributes = query.attributesToSearchOn ?? searchable;
  const words = tokens(query.q).slice(0, 10);
  const found: Ranked[] = [];
  for (const document of documents) {
    if (!(query.filter ?? []).every((part) => passes(document, part, settings))) continue;
    const best = words.map((word, index) =>
      bestMatch(document, attributes, word, index === words.length - 1),
    );
    if (best.some((match) => match === null)) continue;
    const matches = best as { typos: number; attribute: number; exact: boolean }[];
    const typos = matches.reduce((sum, match) => sum + match.typos, 0);
    const attribute = Math.max(0, ...matches.map((match) => match.attribute));
    const inexact = matches.filter((match) => !match.exact).length;
    found.push({
      document,
      typos,
      key: [typos, attribute, -Number(document.rank ?? 0), inexact, -Number(document.at ?? 0)],
    });
  }
  return found.sort(byKey);
}

export function byKey(a: Ranked, b: Ranked): number {
  for (const [index, value] of a.key.entries()) {
    const other = b.key[index] as number;
    if (value !== other) return value - other;
  }
  return a.document.id < b.document.id ? -1 : 1;
}

// Marks are folded; ß is a letter of its own, and ue is not ü.
function tokens(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function bestMatch(document: Document, attributes: string[], word: string, last: boolean) {
  let best: { typos: number; attribute: number; exact: boolean } | null = null;
  for (const [attribute, name] of attributes.entries()) {
    for (const token of tokens(String(document[name] ?? ''))) {
      const typos = typosBetween(word, token, last);
      if (typos === null) continue;
      const match = { typos, attribute, exact: token === word };
      if (
        !best ||
        match.typos < best.typos ||
        (match.typos === best.typos && match.attribute < best.attribute)
      )
        best = match;
    }
  }
  return best;
}

function typosBetween(word: string, token: string, prefix: boolean): number | null {
  const allowed = /\d/.test(word) || word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
  if (word === token || (prefix && token.startsWith(word))) return 0;
  if (allowed === 0 || token.length < word.length - 2) return null;
  const lengths = prefix ? [-2, -1, 0, 1, 2].map((more) => word.length + more) : [token.length];
  const steps = Math.min(...lengths.map((length) => edits(word, token.slice(0, Math.max(1, length)))));
  const cost = word[0] === token[0] ? steps : steps + 1;
  return cost <= allowed ? cost : null;
}

function edits(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] as number;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1);
      (table[i] as number[])[j] = least;
    }
  }
  return at(a.length, b.length);
}

/** Outer list: and; inner list: or; `(a AND b)` inside a text. */
function passes(document: Document, part: string | string[], settings: Record<string, unknown>): boolean {
  if (Array.isArray(part)) return part.some((each) => passes(document, each, settings));
  const text = part.startsWith('(') && part.endsWith(')') ? part.slice(1, -1) : part;
  return text.split(' AND ').every((condition) => holds(document, condition, settings));
}

function holds(document: Document, condition: string, settings: Record<string, unknown>): boolean {
  const match = /^(\w+) (?:= (\S+)|IN \[([^\]]*)\]|>= (\d+)|(\d+) TO (\d+))$/.exec(condition);
  if (!match?.[1]) throw new FilterError(`Invalid syntax: ${condition}`);
  if (!((settings.filterableAttributes as string[]) ?? []).includes(match[1]))
    throw new FilterError(`Attribute ${match[1]} is not filterable.`);
  const value = String(document[match[1]]);
  if (match[4] !== undefined) return Number(value) >= Number(match[4]);
  if (match[5] !== undefined) return Number(value) >= Number(match[5]) && Number(value) <= Number(match[6]);
  return match[2] !== undefined ? value === match[2] : (match[3] ?? '').split(', ').includes(value);
}

export class FilterError extends Error {}
