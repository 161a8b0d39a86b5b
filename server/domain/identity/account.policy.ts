import type { Role } from '#server/platform/database/schema.ts';
import { type Actor, grantFor, isAdministrator, isPeopleOperations } from './actor.ts';

/** Whose account it is about. */
export type AccountSubject = {
  personId: string;
  siteId: string | null;
  role: Role;
  /** A partner, not a colleague. */
  external: boolean;
};

type Asker = Pick<Actor, 'personId' | 'role' | 'grants' | 'terminal'>;

const STAFF: readonly Role[] = ['employee', 'reader', 'external'];

/** May see the list of accounts at all. */
export function mayListAccounts(actor: Asker): boolean {
  return isPeopleOperations(actor) || actor.grants.some((grant) => grant.kind === 'site_staff');
}

/** May invite, end and look after this account: people operations, but not those who stand above them. */
export function mayManageAccount(actor: Asker, subject: AccountSubject): boolean {
  if (isAdministrator(actor)) return true;
  return actor.role === 'people_operations' && STAFF.includes(subject.role);
}

/**
 * May print a reset code: whoever manages the account, and the site's staff for colleagues of that site. Never for
 * roles above the asker's own, or a reset would be a way up; never for oneself, there is "change password" for that.
 */
export function mayResetAccount(actor: Asker, subject: AccountSubject): boolean {
  if (actor.personId === subject.personId) return false;
  if (mayManageAccount(actor, subject)) return true;
  return STAFF.includes(subject.role) && grantFor(actor, 'site_staff', 'site', subject.siteId) !== null;
}

/**
 * May give this account that role. Administrators alone make administrators and people operations; and nobody makes
 * a partner an insider by a role: for that they are taken on as an employee.
 */
export function mayGiveRole(actor: Asker, subject: AccountSubject, role: Role): boolean {
  if (subject.external && role !== 'external') return false;
  if (isAdministrator(actor)) return true;
  return mayManageAccount(actor, subject) && STAFF.includes(role);
}
