import { writeAudit } from '#server/domain/audit/write-audit.ts';
import { mayResetAccount } from '#server/domain/identity/account.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { loadAccountOf } from '#server/domain/identity/load-account.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { type IssuedCode, issueCode } from './issue-code.ts';

/**
 * A printed code for a colleague who stands at the desk without password or mail. Written down with who did it; the
 * old password works until the code is used. `forbidden` outside one's site, and for roles above one's own.
 */
export async function resetByStaff(
  needs: Pick<Parts, 'db' | 'ids' | 'clock' | 'events'>,
  actor: Actor,
  personId: string,
): Promise<IssuedCode> {
  const { account, subject } = await loadAccountOf(needs.db, personId);
  if (!mayResetAccount(actor, subject)) throw new AppError('forbidden');
  if (account?.state !== 'active') throw new AppError('conflict', { message: 'admin.accountNotActive' });
  return needs.events.transaction(async (tx) => {
    await writeAudit(tx, needs, {
      actorId: actor.personId,
      action: 'account.reset_by_staff',
      subjectKind: 'person',
      subjectId: personId,
    });
    return issueCode(tx, needs, { accountId: account.id, kind: 'reset', createdById: actor.personId });
  });
}
