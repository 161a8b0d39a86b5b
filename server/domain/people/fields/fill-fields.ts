import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { mayFillFields } from './company-field.policy.ts';
import { companyFieldKey, companyFields } from './company-fields.queries.ts';
import { readValue } from './read-value.ts';
import { writeValue } from './write-value.ts';

/**
 * Fills in, for anybody, the fields that people do not fill in themselves; an emptied one is removed. Who may see it
 * stays as the person chose. Audited, with the fields' names and never what is in them.
 * @param values what was typed, by slug; other fields' are not taken.
 * @throws AppError forbidden; not_found; invalid with message keys by `fill.<slug>`
 */
export async function fillFields(
  parts: Pick<Parts, 'db' | 'events' | 'ids' | 'clock'>,
  actor: Actor,
  personId: string,
  values: Record<string, string>,
): Promise<void> {
  if (!mayFillFields(actor)) throw new AppError('forbidden');
  const fields = (await companyFields(parts.db)).filter((field) => !field.selfEdited);
  const typed = fields.flatMap((field) => {
    const text = values[field.slug];
    return text === undefined ? [] : [{ field, values: readValue(field, text, `fill.${field.slug}`) }];
  });
  if (typed.length === 0) return;
  await parts.events.transaction(async (tx) => {
    const there = await tx.person.count({ where: { id: personId, erasedAt: null } });
    if (there === 0) throw new AppError('not_found');
    for (const one of typed) {
      const key = companyFieldKey(one.field.slug);
      const row = await tx.profileField.findUnique({ where: { personId_key: { personId, key } } });
      const visibility = row?.visibility ?? one.field.visibility;
      await writeValue(tx, personId, { key, values: one.values, visibility });
    }
    await writeAudit(tx, parts, {
      actorId: actor.personId,
      action: 'profile.filled',
      subjectKind: 'person',
      subjectId: personId,
      details: { fields: typed.map(({ field }) => field.slug).join(',') },
    });
    await parts.events.publish(tx, { type: 'person.changed', personId });
  });
}
