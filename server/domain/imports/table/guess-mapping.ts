import { createHash } from 'node:crypto';
import {
  FIELDS,
  headerKey,
  type ImportField,
  type ImportKindName,
  isPayColumn,
  REQUIRED,
  SYNONYMS,
} from '#server/domain/imports/fields.ts';

/** Field → header of the column it is read from. */
export type Mapping = Partial<Record<ImportField, string>>;

/** What the columns look like they hold. */
export function guessKind(headers: readonly string[]): ImportKindName {
  const has = (field: ImportField) =>
    headers.some((header) => rankOf(field, header) < Number.POSITIVE_INFINITY);
  const keys = new Set(headers.map(headerKey));
  const project = SYNONYMS.project_id.filter((word) => word !== 'code').some((word) => keys.has(word));
  if (project && (has('part_of') || has('role')) && (has('person_id') || has('name'))) return 'projects';
  if (has('manager') || (has('title') && (has('position_id') || has('unit')))) return 'organisation';
  return 'people';
}

/** How sure a header is for a field: 0 is surest, Infinity means not at all. */
function rankOf(field: ImportField, header: string): number {
  if (isPayColumn(header)) return Number.POSITIVE_INFINITY;
  const key = headerKey(header);
  const exact = SYNONYMS[field].indexOf(key);
  return exact < 0 ? Number.POSITIVE_INFINITY : exact;
}

/**
 * Guesses which column is which field, by English and German header words. One column serves one field;
 * columns about pay serve none.
 */
export function guessMapping(kind: ImportKindName, headers: readonly string[]): Mapping {
  const candidates = FIELDS[kind]
    .flatMap((field, order) =>
      headers.map((header) => ({ field, header, order, rank: rankOf(field, header) })),
    )
    .filter((candidate) => candidate.rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank || a.order - b.order);
  const mapping: Mapping = {};
  const used = new Set<string>();
  for (const { field, header } of candidates) {
    if (mapping[field] !== undefined || used.has(header)) continue;
    mapping[field] = header;
    used.add(header);
  }
  for (const { field, header } of fallbacks(kind, headers, used, mapping)) {
    mapping[field] = header;
    used.add(header);
  }
  return mapping;
}

/** Longer headers that contain a sure word: "Personalnummer (SAP)", "E-Mail dienstlich". */
function fallbacks(
  kind: ImportKindName,
  headers: readonly string[],
  used: ReadonlySet<string>,
  mapping: Mapping,
) {
  const found: { field: ImportField; header: string }[] = [];
  const taken = new Set(used);
  for (const field of FIELDS[kind]) {
    if (mapping[field] !== undefined) continue;
    const header = headers.find(
      (name) =>
        !taken.has(name) &&
        !isPayColumn(name) &&
        SYNONYMS[field].some((word) => word.length >= 6 && headerKey(name).startsWith(word)),
    );
    if (!header) continue;
    taken.add(header);
    found.push({ field, header });
  }
  return found;
}

/** The same columns in the same order have the same signature, whatever their case. */
export function headerSignature(kind: ImportKindName, headers: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, ...headers.map(headerKey)]))
    .digest('hex');
}

/** Keeps what fits the file: unknown fields and columns, and a column used twice, fall away. */
export function fitMapping(
  kind: ImportKindName,
  headers: readonly string[],
  mapping: Record<string, unknown>,
): Mapping {
  const fitted: Mapping = {};
  const used = new Set<string>();
  for (const field of FIELDS[kind]) {
    const header = mapping[field];
    if (typeof header !== 'string' || !headers.includes(header) || used.has(header)) continue;
    fitted[field] = header;
    used.add(header);
  }
  return fitted;
}

/** The first group of fields of which none is mapped, or null when the mapping suffices. */
export function missingFields(kind: ImportKindName, mapping: Mapping): readonly ImportField[] | null {
  return REQUIRED[kind].find((group) => group.every((field) => mapping[field] === undefined)) ?? null;
}
