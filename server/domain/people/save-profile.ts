import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { FieldVisibility } from '#server/platform/database/schema.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { companyFieldKey, companyFields } from './fields/company-fields.queries.ts';
import { readValue } from './fields/read-value.ts';
import { type FieldChange, writeValue } from './fields/write-value.ts';
import { mayEditProfile } from './people.policy.ts';
import { isNoWider, PROFILE_FIELD_KEYS, type ProfileInput } from './people.schema.ts';
import { DEFAULT_VISIBILITY } from './profile-fields.ts';

/** The company's own fields, by slug: what was typed, where the person writes it, and who is to see it. */
export type CompanyFieldInput = Record<string, { value?: string; visibility?: FieldVisibility }>;

/**
 * Saves the fields of one's own profile; fields that are not named stay as they are, emptied ones are removed.
 * @throws AppError forbidden for somebody else's profile; invalid with message keys by field.
 */
export async function saveProfile(
  parts: Pick<Parts, 'db' | 'events'>,
  actor: Actor,
  personId: string,
  input: ProfileInput,
  company: CompanyFieldInput = {},
): Promise<void> {
  if (!mayEditProfile(actor, personId)) throw new AppError('forbidden', { message: 'people.notYourProfile' });
  const { written, shown } = await companyChanges(parts.db, company);
  const changes = [...ownChanges(input), ...written];
  if (changes.length + shown.length === 0) return;
  await parts.events.transaction(async (tx) => {
    for (const change of changes) await writeValue(tx, personId, change);
    for (const { key, visibility } of shown)
      await tx.profileField.updateMany({ where: { personId, key }, data: { visibility } });
    await parts.events.publish(tx, { type: 'person.changed', personId });
  });
}

function ownChanges(input: ProfileInput): FieldChange[] {
  return PROFILE_FIELD_KEYS.flatMap((key) => {
    const values = input[key];
    if (!values) return [];
    return { key, values, visibility: input[`${key}Visibility`] ?? DEFAULT_VISIBILITY[key] };
  });
}

/** Of the fields in use: those written anew, and those that people operations write, of which one decides who sees them. */
async function companyChanges(db: Parts['db'], company: CompanyFieldInput) {
  const written: FieldChange[] = [];
  const shown: Pick<FieldChange, 'key' | 'visibility'>[] = [];
  if (Object.keys(company).length === 0) return { written, shown };
  for (const field of await companyFields(db)) {
    const given = company[field.slug];
    if (!given) continue;
    const key = companyFieldKey(field.slug);
    const visibility = given.visibility ?? field.visibility;
    if (!isNoWider(visibility, field.widest)) throw invalid({ [key]: ['people.fieldTooWide'] });
    if (!field.selfEdited) shown.push({ key, visibility });
    else if (given.value !== undefined)
      written.push({ key, values: readValue(field, given.value, key), visibility });
  }
  return { written, shown };
}
