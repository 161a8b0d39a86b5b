import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { mayGiveRole, mayManageAccount } from './account.policy.ts';
import type { Actor } from './actor.ts';
import { normalEmail } from './create-account.ts';
import type { ChangeAccountInput } from './identity.schema.ts';
import { loadAccountOf } from './load-account.ts';
import { endSessions } from './sign-out.ts';

type Needs = Pick<Parts, 'db' | 'ids' | 'clock' | 'events' | 'live'>;

/**
 * Changes an account's address and role. `forbidden` for roles beyond the asker's reach, `conflict` where the last
 * administrator would be lost, `invalid` for an address that somebody else has.
 */
export async function changeAccount(needs: Needs, actor: Actor, input: ChangeAccountInput): Promise<void> {
  const { person, account, subject } = await loadAccountOf(needs.db, input.personId);
  if (!account) throw new AppError('not_found');
  const roleChanges = input.role !== account.role;
  if (!mayManageAccount(actor, subject) || (roleChanges && !mayGiveRole(actor, subject, input.role))) {
    throw new AppError('forbidden');
  }
  const email = input.email ? normalEmail(input.email) : null;
  if (!email && !person.personnelNumber) throw invalid({ email: ['admin.needsSignInName'] });
  await needs.events.transaction(async (tx) => {
    if (roleChanges && account.role === 'administrator') await keepAnAdministrator(tx, account.id);
    const taken = email && (await tx.account.findFirst({ where: { email, NOT: { id: account.id } } }));
    if (taken) throw invalid({ email: ['admin.emailTaken'] });
    await tx.account.update({ where: { id: account.id }, data: { email, role: input.role } });
    await writeAudit(tx, needs, {
      actorId: actor.personId,
      action: 'account.changed',
      subjectKind: 'account',
      subjectId: account.id,
      details: { role: input.role, emailChanged: email !== account.email },
    });
    const { personId } = input;
    await needs.events.publish(tx, { type: 'account.changed', accountId: account.id, personId });
  });
}

/** Suspends an account (its sessions and sockets end at once) or lets it in again. */
export async function setSuspended(
  needs: Needs,
  actor: Actor,
  input: { personId: string; suspended: boolean },
): Promise<void> {
  const { account, subject } = await loadAccountOf(needs.db, input.personId);
  if (!account) throw new AppError('not_found');
  if (!mayManageAccount(actor, subject)) throw new AppError('forbidden');
  if (subject.personId === actor.personId) throw new AppError('conflict', { message: 'admin.notYourself' });
  const from = input.suspended ? 'active' : 'suspended';
  if (account.state !== from) throw new AppError('conflict', { message: 'admin.accountNotActive' });
  await needs.events.transaction(async (tx) => {
    if (input.suspended && account.role === 'administrator') await keepAnAdministrator(tx, account.id);
    await tx.account.update({
      where: { id: account.id },
      data: { state: input.suspended ? 'suspended' : 'active' },
    });
    await tx.oneTimeCode.deleteMany({ where: { accountId: account.id, usedAt: null } });
    await writeAudit(tx, needs, {
      actorId: actor.personId,
      action: input.suspended ? 'account.suspended' : 'account.let_in_again',
      subjectKind: 'account',
      subjectId: account.id,
    });
    const { personId } = input;
    await needs.events.publish(tx, { type: 'account.changed', accountId: account.id, personId });
  });
  if (!input.suspended) return;
  await endSessions(needs, input.personId, { accountId: account.id });
  needs.live.dropPerson(input.personId);
}

async function keepAnAdministrator(tx: Tx, losing: string): Promise<void> {
  // Two administrators who demote each other at once must not both succeed.
  await tx.$queryRaw`SELECT id FROM account WHERE role = 'administrator' FOR UPDATE`;
  const others = await tx.account.count({
    where: { role: 'administrator', state: 'active', NOT: { id: losing } },
  });
  if (others === 0) throw new AppError('conflict', { message: 'admin.lastAdministrator' });
}
