import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { AccountState, Role } from '#server/platform/database/schema.ts';
import { hashPassword } from './password.ts';

export type NewAccount = {
  id?: string;
  personId: string;
  email?: string | null;
  role?: Role;
  /** With a password the account is active at once; without, it waits for an invitation. */
  password?: string;
  /** Already hashed by {@link hashPassword}: the sample company hashes its one password once. */
  passwordHash?: string;
  state?: AccountState;
  createdAt?: Date;
};

/** Gives a person an account in the caller's transaction. Externals get the role `external` from the caller. */
export async function createAccount(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock' | 'events'>,
  account: NewAccount,
): Promise<{ id: string }> {
  const now = parts.clock.now();
  const passwordHash =
    account.passwordHash ?? (account.password ? await hashPassword(account.password) : null);
  const id = account.id ?? parts.ids.next();
  await tx.account.create({
    data: {
      id,
      personId: account.personId,
      email: account.email ? normalEmail(account.email) : null,
      passwordHash,
      passwordChangedAt: passwordHash ? now : null,
      role: account.role ?? 'employee',
      state: account.state ?? (passwordHash ? 'active' : 'invited'),
      createdAt: account.createdAt ?? now,
    },
  });
  await parts.events.publish(tx, { type: 'account.changed', accountId: id, personId: account.personId });
  return { id };
}

/** E-mail addresses are compared in lower case: nobody tells two colleagues apart by capitals. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}
