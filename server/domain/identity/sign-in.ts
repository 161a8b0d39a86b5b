import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { normalEmail } from './create-account.ts';
import { knownDeviceOf, rememberDevice } from './known-device.ts';
import { checkPassword } from './password.ts';
import type { OpenedSession, Sessions } from './sessions.ts';
import type { SignInLimits } from './sign-in-limits.ts';
import { deviceName, type Visitor } from './visitor.ts';

export type SignedIn = OpenedSession & {
  personId: string;
  /** For the cookie that makes this browser known; null on a shared terminal, which keeps nothing. */
  deviceToken: string | null;
};

type Needs = Pick<Parts, 'db' | 'clock'> & { sessions: Sessions; limits: SignInLimits };

/**
 * Signs in by e-mail address or personnel number. Unknown name, wrong password, an account without a password, one
 * that was suspended or has ended: all get the same answer after the same work (OWASP ASVS 2.2).
 * @throws `unauthenticated`, or `rate_limited` with the seconds to wait.
 */
export async function signIn(
  needs: Needs,
  visitor: Visitor,
  input: { name: string; password: string; shared: boolean },
): Promise<SignedIn> {
  const account = await findAccount(needs, input.name);
  const knownDevice = await knownDeviceOf(needs, account?.id ?? null, visitor.deviceToken);
  const attempt = await needs.limits.signIn(visitor, normalEmail(input.name), knownDevice);
  const usable = account?.state === 'active' ? account.passwordHash : null;
  const correct = await checkPassword(usable, input.password);
  if (!account || !correct || (await hasEnded(needs, account.personId))) {
    throw new AppError('unauthenticated', { message: 'account.signInFailed' });
  }
  await attempt.succeeded();
  const kind = input.shared ? 'terminal' : 'personal';
  const session = await needs.sessions.open(account.id, kind, deviceName(visitor.userAgent));
  const deviceToken = input.shared ? null : await rememberDevice(needs, account.id, visitor.deviceToken);
  return { ...session, personId: account.personId, deviceToken };
}

/**
 * The account that a name stands for: its address in any case, or its person's personnel number as typed, in capitals
 * or in small letters. Equality alone: a pattern would let `%` stand for a colleague.
 */
export async function findAccount({ db }: Pick<Parts, 'db'>, typed: string) {
  const select = {
    id: true,
    personId: true,
    email: true,
    passwordHash: true,
    state: true,
    role: true,
  } as const;
  const name = normalEmail(typed);
  const byEmail = await db.account.findUnique({ where: { email: name }, select });
  if (byEmail || name.includes('@')) return byEmail;
  const numbers = [...new Set([typed.trim(), name, name.toUpperCase()])];
  return db.account.findFirst({ where: { person: { personnelNumber: { in: numbers } } }, select });
}

/** True from the person's end date on, at midnight of their site. */
async function hasEnded({ db, clock }: Pick<Parts, 'db' | 'clock'>, personId: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ ended: boolean }[]>`
    SELECT coalesce(p.ends_on <= (${clock.now()}::timestamptz AT TIME ZONE coalesce(s.time_zone, 'Europe/Berlin'))::date, false) AS ended
    FROM person p LEFT JOIN site s ON s.id = p.site_id WHERE p.id = ${personId}::uuid`;
  return rows[0]?.ended ?? true;
}
