import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { mayDefineFields } from './company-field.policy.ts';
import { lockFields } from './lock-fields.ts';

/**
 * Puts a field one place up or down; the first one up, and the last one down, stays where it is. Audited.
 * @throws AppError forbidden, not_found
 */
export async function moveField(
  parts: Pick<Parts, 'events' | 'ids' | 'clock'>,
  actor: Actor,
  slug: string,
  direction: 'up' | 'down',
): Promise<void> {
  if (!mayDefineFields(actor)) throw new AppError('forbidden');
  await parts.events.transaction(async (tx) => {
    const used = (await lockFields(tx)).filter((field) => !field.retiredAt);
    const place = used.findIndex((field) => field.slug === slug);
    if (place < 0) throw new AppError('not_found');
    const [moved, other] = [used[place], used[place + (direction === 'up' ? -1 : 1)]];
    if (!moved || !other) return;
    await tx.companyField.update({ where: { slug: moved.slug }, data: { rank: other.rank } });
    await tx.companyField.update({ where: { slug: other.slug }, data: { rank: moved.rank } });
    await writeAudit(tx, parts, {
      actorId: actor.personId,
      action: 'field.moved',
      subjectKind: 'company_field',
      details: { slug, direction },
    });
  });
}
