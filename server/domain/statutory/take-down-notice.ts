import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { mayHangNotices } from './notice.policy.ts';

type Needs = Pick<Parts, 'events' | 'ids' | 'clock'>;

/**
 * Takes a notice down before its time; it stays among the past ones, as taken down.
 * @throws AppError forbidden; not_found; conflict where it is down already.
 */
export async function takeDownNotice(needs: Needs, actor: Actor, id: string): Promise<void> {
  if (!mayHangNotices(actor)) throw new AppError('forbidden');
  if (!isUuid(id)) throw new AppError('not_found');
  await needs.events.transaction(async (tx) => {
    const data = { withdrawnAt: needs.clock.now(), withdrawnById: actor.personId };
    const { count } = await tx.statutoryNotice.updateMany({ where: { id, withdrawnAt: null }, data });
    if (count === 0)
      throw new AppError((await tx.statutoryNotice.findUnique({ where: { id } })) ? 'conflict' : 'not_found');
    await writeAudit(tx, needs, {
      actorId: actor.personId,
      action: 'notice.taken_down',
      subjectKind: 'statutory_notice',
      subjectId: id,
    });
  });
}
