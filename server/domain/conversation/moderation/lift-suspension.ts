import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { mayLift, maySeeSuspensions } from './suspension.policy.ts';

/**
 * Ends a suspension before its time; whom it is about is told.
 * @throws AppError forbidden, also for the one it is about; gone where it has ended.
 */
export async function liftSuspension(
  parts: Pick<Parts, 'events' | 'ids' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<void> {
  if (!maySeeSuspensions(actor)) throw new AppError('forbidden');
  if (!isUuid(id)) throw new AppError('not_found');
  await parts.events.transaction(async (tx) => {
    const now = parts.clock.now();
    const suspension = await tx.suspension.findUnique({ where: { id } });
    if (!suspension) throw new AppError('not_found');
    if (!mayLift(actor, suspension)) throw new AppError('forbidden');
    const lifted = await tx.suspension.updateMany({
      where: { id, liftedAt: null, endsAt: { gt: now } },
      data: { liftedAt: now, liftedById: actor.personId },
    });
    if (lifted.count === 0) throw new AppError('gone');
    await writeAudit(tx, parts, {
      actorId: actor.personId,
      action: 'suspension.lifted',
      subjectKind: 'person',
      subjectId: suspension.personId,
      details: { suspensionId: id },
    });
    const { personId } = suspension;
    await parts.events.publish(tx, { type: 'suspension.lifted', suspensionId: id, personId });
  });
}
