import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { mayDefineFields } from './company-field.policy.ts';
import { tellOfField } from './tell-of-field.ts';

/**
 * Retires a field, or undoes that. Retired, it is off every profile at once: what people wrote in it is seen by nobody, and
 * deleted with the field after thirty days (privacy/forget-over.ts). Brought back, it stands where it stood, with all that was
 * written. Audited.
 * @throws AppError forbidden; not_found where it is so already, or has been deleted since
 */
export async function setRetired(
  parts: Pick<Parts, 'events' | 'ids' | 'clock'>,
  actor: Actor,
  slug: string,
  retired: boolean,
): Promise<void> {
  if (!mayDefineFields(actor)) throw new AppError('forbidden');
  await parts.events.transaction(async (tx) => {
    const { count } = await tx.companyField.updateMany({
      where: { slug, retiredAt: retired ? null : { not: null } },
      data: { retiredAt: retired ? parts.clock.now() : null },
    });
    if (count === 0) throw new AppError('not_found');
    await writeAudit(tx, parts, {
      actorId: actor.personId,
      action: retired ? 'field.retired' : 'field.brought_back',
      subjectKind: 'company_field',
      details: { slug },
    });
    await tellOfField(tx, parts, slug);
  });
}
