import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import { AppError } from '#server/platform/errors.ts';
import { mayFillFields } from './company-field.policy.ts';
import { type CompanyField, companyFieldKey, companyFields, labelIn } from './company-fields.queries.ts';

/** A field that people operations fill in, with what stands in it. */
export type FillableField = Pick<CompanyField, 'slug' | 'kind'> & { label: string; values: string[] };

/**
 * What there is to fill in for a person. Whoever fills a field in sees what is in it, whatever its visibility.
 * @throws AppError forbidden
 */
export async function fillableFields(db: Database, actor: Actor, personId: string): Promise<FillableField[]> {
  if (!mayFillFields(actor)) throw new AppError('forbidden');
  const fields = (await companyFields(db)).filter((field) => !field.selfEdited);
  const rows = await db.profileField.findMany({
    where: { personId, key: { in: fields.map((field) => companyFieldKey(field.slug)) } },
  });
  const byKey = new Map(rows.map((row) => [row.key, row.values]));
  return fields.map((field) => ({
    slug: field.slug,
    kind: field.kind,
    label: labelIn(field, actor.language),
    values: byKey.get(companyFieldKey(field.slug)) ?? [],
  }));
}
