import type { Database, Tx } from '#server/platform/database/client.ts';
import type { FieldVisibility, Language } from '#server/platform/database/schema.ts';
import { type CompanyField, companyFieldKey, labelIn } from './fields/company-fields.queries.ts';
import { isNoWider, PROFILE_FIELD_KEYS, type ProfileFieldKey } from './people.schema.ts';

/** A field as a reader sees it. `label` is set on the company's own fields only; others are named by the page. */
export type ProfileFieldView = {
  key: string;
  label?: string;
  values: string[];
  /** Told to the person themselves only: others need not know that more is hidden. */
  visibility?: FieldVisibility;
};

/** Before anybody chose: what is needed to reach a colleague at work is seen by all, numbers by the own unit. */
export const DEFAULT_VISIBILITY: Record<ProfileFieldKey, FieldVisibility> = {
  email: 'everyone',
  phone: 'unit',
  mobile: 'managers',
  room: 'everyone',
  skills: 'everyone',
  languages: 'everyone',
  ask_about: 'everyone',
};

/** The fields of a person that carry one of `visible`, in the order of the profile. */
export async function visibleFields(
  db: Database | Tx,
  personId: string,
  visible: readonly FieldVisibility[],
  own: { company: CompanyField[]; language: Language; self: boolean },
): Promise<ProfileFieldView[]> {
  if (visible.length === 0) return [];
  const rows = await db.profileField.findMany({ where: { personId, visibility: { in: [...visible] } } });
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const order = [
    ...PROFILE_FIELD_KEYS.map((key) => ({ key: key as string, label: undefined, widest: undefined })),
    ...own.company.map((field) => ({
      key: companyFieldKey(field.slug),
      label: labelIn(field, own.language),
      widest: field.widest,
    })),
  ];
  return order.flatMap(({ key, label, widest }) => {
    const row = byKey.get(key);
    if (!row || row.values.length === 0) return [];
    const visibility = withinWidest(row.visibility, widest);
    if (!visible.includes(visibility)) return [];
    const view: ProfileFieldView = { key, values: row.values };
    if (label) view.label = label;
    if (own.self) view.visibility = visibility;
    return [view];
  });
}

/** What somebody chose, or the most that is allowed where the company has narrowed it since. */
export function withinWidest(chosen: FieldVisibility, widest: FieldVisibility = 'everyone'): FieldVisibility {
  return isNoWider(chosen, widest) ? chosen : widest;
}
