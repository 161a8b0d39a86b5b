import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { mayDefineFields } from './company-field.policy.ts';
import { tellOfField } from './tell-of-field.ts';

/**
 * Takes a field off every profile at once. What people wrote in it is seen by nobody, and deleted with the field after
 * thirty days (privacy/forget-over.ts); until then it can be brought back. Audited.
 * @throws AppError forbidden; not_found where it is retired already
 */
export async function retireField(
  parts: Pick<Parts, 'events' | 'ids' | 'clock'>,
  actor: Actor,
  slug: string,
): Promise<void> {
  if (!mayDefineFields(actor)) throw new AppError('forbidden');
  await parts.events.transaction(async (tx) => {
    const { count } = await tx.companyField.updateMany({
      where: { slug, retiredAt: null },
      data: { retiredAt: parts.clock.now() },
    });
    if (count === 0) throw new AppError('not_found');
    await writeAudit(tx, parts, {
      actorId: actor.personId,
      action: 'field.retired',
      subjectKind: 'company_field',
      details: { slug },
    });
    await tellOfField(tx, parts, slug);
  });
}
