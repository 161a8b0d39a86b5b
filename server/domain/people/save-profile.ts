import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { FieldVisibility } from '#server/platform/database/schema.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { fold } from '#server/platform/text/fold.ts';
import { companyFieldKey, companyFields } from './company-fields.ts';
import { mayEditProfile } from './people.policy.ts';
import { companyFieldValue, PROFILE_FIELD_KEYS, type ProfileInput } from './people.schema.ts';
import { DEFAULT_VISIBILITY } from './profile-fields.ts';

type Change = { key: string; values: string[]; visibility: FieldVisibility };

/** Values of the company's own fields, by slug. */
export type CompanyFieldInput = Record<string, { value: string; visibility?: FieldVisibility }>;

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
  const changes = [...ownChanges(input), ...(await companyChanges(parts.db, company))];
  if (changes.length === 0) return;
  await parts.events.transaction(async (tx) => {
    for (const { key, values, visibility } of changes) {
      if (values.length === 0) {
        await tx.profileField.deleteMany({ where: { personId, key } });
        continue;
      }
      await tx.profileField.upsert({
        where: { personId_key: { personId, key } },
        create: { personId, key, values, folded: values.map(fold), visibility },
        update: { values, folded: values.map(fold), visibility },
      });
    }
    await parts.events.publish(tx, { type: 'person.changed', personId });
  });
}

function ownChanges(input: ProfileInput): Change[] {
  return PROFILE_FIELD_KEYS.flatMap((key) => {
    const values = input[key];
    if (!values) return [];
    return { key, values, visibility: input[`${key}Visibility`] ?? DEFAULT_VISIBILITY[key] };
  });
}

async function companyChanges(db: Parts['db'], company: CompanyFieldInput): Promise<Change[]> {
  if (Object.keys(company).length === 0) return [];
  const known = await companyFields(db);
  return known.flatMap((field) => {
    const given = company[field.slug];
    if (!given) return [];
    const value = companyFieldValue.safeParse(given.value);
    if (!value.success) throw invalid({ [companyFieldKey(field.slug)]: ['error.tooLong'] });
    return {
      key: companyFieldKey(field.slug),
      values: value.data ? [value.data] : [],
      visibility: given.visibility ?? field.visibility,
    };
  });
}
