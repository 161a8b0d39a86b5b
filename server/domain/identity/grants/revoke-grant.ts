import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { announceGrant } from './announce-grants.ts';
import { independentOffice } from './give-grant.ts';
import { mayGrant } from './grant.policy.ts';

/** Ends a right now; the row stays as history, and as the mandate of what was written under it. */
export async function revokeGrant(
  needs: Pick<Parts, 'db' | 'ids' | 'clock' | 'events'>,
  actor: Actor,
  grantId: string,
): Promise<void> {
  const grant = isUuid(grantId) ? await needs.db.grant.findUnique({ where: { id: grantId } }) : null;
  if (!grant) throw new AppError('not_found');
  const heldOffice = await independentOffice(needs, grant.kind, grant.scope, grant.scopeId);
  if (!mayGrant(actor, { kind: grant.kind, personId: grant.personId, heldOffice })) {
    throw new AppError('forbidden', heldOffice ? { message: 'admin.officeDecides' } : {});
  }
  await needs.events.transaction(async (tx) => {
    await tx.grant.update({ where: { id: grant.id }, data: { validTo: needs.clock.now() } });
    await writeAudit(tx, needs, {
      actorId: actor.personId,
      action: 'grant.revoked',
      subjectKind: grant.personId ? 'person' : 'position',
      subjectId: grant.personId ?? grant.positionId,
      details: { grantId: grant.id, kind: grant.kind },
    });
    await announceGrant(tx, needs, grant);
  });
}
