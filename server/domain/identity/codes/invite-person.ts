import { writeAudit } from '#server/domain/audit/write-audit.ts';
import { mayManageAccount } from '#server/domain/identity/account.policy.ts';
import type { AccountMails } from '#server/domain/identity/account-mails.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { createAccount, normalEmail } from '#server/domain/identity/create-account.ts';
import type { InviteInput } from '#server/domain/identity/identity.schema.ts';
import { loadAccountOf } from '#server/domain/identity/load-account.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { type IssuedCode, issueCode } from './issue-code.ts';

type Needs = Pick<Parts, 'db' | 'ids' | 'clock' | 'events'> & { mails: AccountMails };

/**
 * Invites a person: makes the account where there is none, and a code that is mailed or handed back for printing.
 * A second invitation replaces the first.
 * @throws `forbidden`; `conflict` for accounts in use; `invalid` for an address that somebody else has, or none.
 */
export async function invitePerson(
  needs: Needs,
  actor: Actor,
  input: InviteInput,
): Promise<IssuedCode & { mailed: boolean }> {
  const { person, account, subject } = await loadAccountOf(needs.db, input.personId);
  if (!mayManageAccount(actor, subject)) throw new AppError('forbidden');
  if (account && account.state !== 'invited') {
    throw new AppError('conflict', { message: 'admin.accountInUse' });
  }
  const email = input.email ? normalEmail(input.email) : (account?.email ?? null);
  if (input.by === 'mail' && !email) throw invalid({ email: ['error.required'] });
  if (!email && !person.personnelNumber) throw invalid({ email: ['admin.needsSignInName'] });
  const issued = await needs.events.transaction(async (tx) => {
    const taken = email
      ? await tx.account.findFirst({ where: { email, NOT: { personId: person.id } } })
      : null;
    if (taken) throw invalid({ email: ['admin.emailTaken'] });
    const role = person.kind === 'external' ? 'external' : 'employee';
    const { id } = account ?? (await createAccount(tx, needs, { personId: person.id, email, role }));
    if (account && email !== account.email) await tx.account.update({ where: { id }, data: { email } });
    await writeAudit(tx, needs, {
      actorId: actor.personId,
      action: 'account.invited',
      subjectKind: 'person',
      subjectId: person.id,
      details: { by: input.by },
    });
    return issueCode(tx, needs, { accountId: id, kind: 'invitation', createdById: actor.personId });
  });
  if (input.by === 'mail' && email) await needs.mails.invitation(person, email, issued);
  return { ...issued, mailed: input.by === 'mail' };
}
