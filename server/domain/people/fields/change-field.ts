import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { assertLabelsFree } from './assert-labels-free.ts';
import { mayDefineFields } from './company-field.policy.ts';
import type { FieldInput } from './company-field.schema.ts';
import { lockFields } from './lock-fields.ts';
import { tellOfField } from './tell-of-field.ts';

/**
 * Renames a field, or decides anew who may see and who writes it. Values that were told to more than is allowed now are
 * told to as many as is allowed; what people had chosen is kept beneath, and holds again should that be undone. Audited.
 * @throws AppError forbidden, not_found (retired, too); invalid where another is already called so
 */
export async function changeField(
  parts: Pick<Parts, 'events' | 'ids' | 'clock'>,
  actor: Actor,
  slug: string,
  { selfEdited, ...input }: FieldInput,
): Promise<void> {
  if (!mayDefineFields(actor)) throw new AppError('forbidden');
  await parts.events.transaction(async (tx) => {
    const used = (await lockFields(tx)).filter((field) => !field.retiredAt);
    const before = used.find((field) => field.slug === slug);
    if (!before) throw new AppError('not_found');
    assertLabelsFree(
      input,
      used.filter((field) => field !== before),
    );
    await tx.companyField.update({
      where: { slug },
      data: { ...input, selfEdited: selfEdited === 'on' },
    });
    await writeAudit(tx, parts, {
      actorId: actor.personId,
      action: 'field.changed',
      subjectKind: 'company_field',
      details: { slug, visibility: input.visibility, widest: input.widest, selfEdited: selfEdited === 'on' },
    });
    if (before.widest !== input.widest) await tellOfField(tx, parts, slug);
  });
}
