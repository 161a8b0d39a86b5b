import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { mayManageAccount } from './account.policy.ts';
import type { Actor } from './actor.ts';
import { endDuePeople } from './end-people.ts';
import { loadAccountOf } from './load-account.ts';

/**
 * Sets or clears the day from which a person no longer works here (last day plus one). A day that has come ends
 * everything at once, without waiting for the job.
 */
export async function setEndDate(
  needs: Pick<Parts, 'db' | 'ids' | 'clock' | 'events' | 'live' | 'log'>,
  actor: Actor,
  input: { personId: string; endsOn: Date | null },
): Promise<void> {
  const { account, subject } = await loadAccountOf(needs.db, input.personId);
  if (!mayManageAccount(actor, subject)) throw new AppError('forbidden');
  if (subject.personId === actor.personId) throw new AppError('conflict', { message: 'admin.notYourself' });
  await needs.events.transaction(async (tx) => {
    await tx.person.update({ where: { id: input.personId }, data: { endsOn: input.endsOn } });
    // Somebody who comes back is invited again: the old password and its sessions stay dead.
    if (account?.state === 'ended') {
      await tx.account.update({
        where: { id: account.id },
        data: { state: 'invited', passwordHash: null, endedAt: null },
      });
    }
    await writeAudit(tx, needs, {
      actorId: actor.personId,
      action: 'person.end_set',
      subjectKind: 'person',
      subjectId: input.personId,
      details: { endsOn: input.endsOn?.toISOString().slice(0, 10) ?? null },
    });
    await needs.events.publish(tx, { type: 'person.changed', personId: input.personId });
  });
  await endDuePeople(needs);
}
