import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { mayDefineFields } from './company-field.policy.ts';
import { tellOfField } from './tell-of-field.ts';

/**
 * Undoes the retiring of a field: it stands where it stood, with what people had written in it. Audited.
 * @throws AppError forbidden; not_found where it is in use, or has been deleted since
 */
export async function bringBackField(
  parts: Pick<Parts, 'events' | 'ids' | 'clock'>,
  actor: Actor,
  slug: string,
): Promise<void> {
  if (!mayDefineFields(actor)) throw new AppError('forbidden');
  await parts.events.transaction(async (tx) => {
    const { count } = await tx.companyField.updateMany({
      where: { slug, retiredAt: { not: null } },
      data: { retiredAt: null },
    });
    if (count === 0) throw new AppError('not_found');
    await writeAudit(tx, parts, {
      actorId: actor.personId,
      action: 'field.brought_back',
      subjectKind: 'company_field',
      details: { slug },
    });
    await tellOfField(tx, parts, slug);
  });
}
