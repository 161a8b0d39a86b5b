import type { Database, Tx } from '#server/platform/database/client.ts';
import type { CompanyFieldKind, FieldVisibility, Language } from '#server/platform/database/schema.ts';

/** A profile field that this company added. */
export type CompanyField = {
  slug: string;
  labelEn: string;
  labelDe: string;
  kind: CompanyFieldKind;
  /** Until somebody chooses. */
  visibility: FieldVisibility;
  /** The most that anybody may choose. */
  widest: FieldVisibility;
  /** By the person themselves; else by people operations. */
  selfEdited: boolean;
};

/** A field as the administration lists it. */
export type DefinedField = CompanyField & {
  /** How many people have something in it: a count, never who. */
  filled: number;
  /** The day on which it and its values are deleted for good; null while it is in use. */
  purgedOn: string | null;
};

/** How long what was told in a retired field is kept, in days, so that retiring can be undone. */
export const KEPT_DAYS = 30;

const DAY_MS = 86_400_000;
const SHOWN = {
  slug: true,
  labelEn: true,
  labelDe: true,
  kind: true,
  visibility: true,
  widest: true,
  selfEdited: true,
} as const;

/** The company's own profile fields in use, in its order. */
export function companyFields(db: Database | Tx): Promise<CompanyField[]> {
  return db.companyField.findMany({
    where: { retiredAt: null },
    orderBy: [{ rank: 'asc' }, { slug: 'asc' }],
    select: SHOWN,
  });
}

/** Those in use in the company's order, then those that were retired and can still be brought back. */
export async function definedFields(db: Database): Promise<DefinedField[]> {
  const [fields, counts] = await Promise.all([
    db.companyField.findMany({
      orderBy: [{ retiredAt: { sort: 'asc', nulls: 'first' } }, { rank: 'asc' }, { slug: 'asc' }],
      select: { ...SHOWN, retiredAt: true },
    }),
    db.profileField.groupBy({ by: ['key'], where: { key: { startsWith: 'custom.' } }, _count: true }),
  ]);
  const filled = new Map(counts.map((count) => [count.key, count._count]));
  return fields.map(({ retiredAt, ...field }) => ({
    ...field,
    filled: filled.get(companyFieldKey(field.slug)) ?? 0,
    purgedOn: retiredAt && new Date(retiredAt.getTime() + KEPT_DAYS * DAY_MS).toISOString().slice(0, 10),
  }));
}

/** The key under which what people tell in a company's field is stored. */
export function companyFieldKey(slug: string): string {
  return `custom.${slug}`;
}

/** What the field is called in the reader's language. */
export function labelIn(field: Pick<CompanyField, 'labelEn' | 'labelDe'>, language: Language): string {
  return language === 'de' ? field.labelDe : field.labelEn;
}
