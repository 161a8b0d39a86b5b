import type { AccountMails } from '#server/domain/identity/account-mails.ts';
import { normalEmail } from '#server/domain/identity/create-account.ts';
import { findAccount } from '#server/domain/identity/sign-in.ts';
import type { SignInLimits } from '#server/domain/identity/sign-in-limits.ts';
import type { Visitor } from '#server/domain/identity/visitor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { issueCode } from './issue-code.ts';

const JOB = 'identity.mail-reset';
type Job = { accountId: string | null };
type Needs = Pick<Parts, 'db' | 'ids' | 'clock' | 'events' | 'jobs' | 'log'> & {
  mails: AccountMails;
  limits: SignInLimits;
};

/**
 * Asks for a reset by mail. The answer is the same for every name, and so is the work until then: one look-up, one
 * queued job. `rate_limited` when one name or one address asks too often.
 */
export async function requestReset(needs: Needs, visitor: Visitor, name: string): Promise<void> {
  await needs.limits.mail(visitor, normalEmail(name));
  const account = await findAccount(needs, name);
  await needs.jobs.send<Job>(JOB, { accountId: account?.id ?? null });
}

/** The job behind it: issues the code and sends the mail, if there is an account in use with an address. */
export function handleResetMails(needs: Needs): void {
  needs.jobs.handle<Job>(JOB, async ({ accountId }) => {
    if (!accountId) return;
    const account = await needs.db.account.findUnique({
      where: { id: accountId, state: 'active' },
      include: { person: true },
    });
    if (!account?.email) return;
    const issued = await needs.events.transaction((tx) =>
      issueCode(tx, needs, { accountId, kind: 'reset', createdById: null }),
    );
    await needs.mails.reset(account.person, account.email, issued);
  });
}
