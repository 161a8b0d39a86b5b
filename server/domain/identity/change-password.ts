import { writeAudit } from '#server/domain/audit/write-audit.ts';
import { forbidOwnName } from '#server/domain/identity/codes/redeem-code.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import type { Actor } from './actor.ts';
import type { ChangePasswordInput } from './identity.schema.ts';
import { checkPassword, hashPassword } from './password.ts';
import type { SignInLimits } from './sign-in-limits.ts';
import { endSessions } from './sign-out.ts';

type Needs = Pick<Parts, 'db' | 'ids' | 'clock' | 'events' | 'live'> & { limits: SignInLimits };

/** Sets a new password after the current one was given; every other session of the account ends. */
export async function changePassword(needs: Needs, actor: Actor, input: ChangePasswordInput): Promise<void> {
  const attempt = await needs.limits.password(actor.accountId);
  const account = await needs.db.account.findUnique({
    where: { id: actor.accountId },
    include: { person: true },
  });
  if (!account) throw new AppError('not_found');
  if (!(await checkPassword(account.passwordHash, input.current))) {
    throw invalid({ current: ['account.currentPasswordWrong'] });
  }
  await attempt.succeeded();
  forbidOwnName(input.password, account);
  const passwordHash = await hashPassword(input.password);
  await needs.events.transaction(async (tx) => {
    await tx.account.update({
      where: { id: account.id },
      data: { passwordHash, passwordChangedAt: needs.clock.now() },
    });
    await tx.oneTimeCode.deleteMany({ where: { accountId: account.id, usedAt: null } });
    await writeAudit(tx, needs, {
      actorId: actor.personId,
      action: 'account.password_changed',
      subjectKind: 'account',
      subjectId: account.id,
    });
  });
  await endSessions(needs, actor.personId, { accountId: account.id, id: { not: actor.sessionId } });
}
