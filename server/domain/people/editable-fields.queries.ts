import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import type { FieldVisibility } from '#server/platform/database/schema.ts';
import { companyFieldKey, companyFields, labelIn } from './fields/company-fields.queries.ts';
import { FIELD_VISIBILITIES, isNoWider, PROFILE_FIELD_KEYS } from './people.schema.ts';
import { DEFAULT_VISIBILITY, withinWidest } from './profile-fields.ts';

/** One line of the form in which somebody describes themselves. */
export type EditableField = {
  key: string;
  /** Of the company's own fields; others are named by the page. */
  label?: string;
  many: boolean;
  values: string[];
  visibility: FieldVisibility;
  /** Who may be chosen to see it; all of them where nothing is said. */
  choices?: FieldVisibility[];
  /** People operations write it; who sees it, the person decides all the same. */
  filledForMe?: true;
};

const LISTS = new Set<string>(['skills', 'languages', 'ask_about']);

/** One's own fields, filled or not, as the form shows them; of those that others fill in, the filled ones. */
export async function editableFields(db: Database, actor: Actor): Promise<EditableField[]> {
  const [rows, company] = await Promise.all([
    db.profileField.findMany({ where: { personId: actor.personId } }),
    companyFields(db),
  ]);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const own = PROFILE_FIELD_KEYS.map((key) => ({
    key,
    many: LISTS.has(key),
    values: byKey.get(key)?.values ?? [],
    visibility: byKey.get(key)?.visibility ?? DEFAULT_VISIBILITY[key],
  }));
  const added = company.map((field): EditableField => {
    const row = byKey.get(companyFieldKey(field.slug));
    return {
      key: companyFieldKey(field.slug),
      label: labelIn(field, actor.language),
      many: field.kind === 'list',
      values: row?.values ?? [],
      visibility: withinWidest(row?.visibility ?? field.visibility, field.widest),
      choices: FIELD_VISIBILITIES.filter((one) => isNoWider(one, field.widest)),
      ...(!field.selfEdited && { filledForMe: true as const }),
    };
  });
  return [...own, ...added.filter((field) => !field.filledForMe || field.values.length > 0)];
}
