import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { RedeemInput } from '#server/domain/identity/identity.schema.ts';
import { rememberDevice } from '#server/domain/identity/known-device.ts';
import { hashPassword } from '#server/domain/identity/password.ts';
import type { Sessions } from '#server/domain/identity/sessions.ts';
import type { SignedIn } from '#server/domain/identity/sign-in.ts';
import type { SignInLimits } from '#server/domain/identity/sign-in-limits.ts';
import { hashToken, normalCode } from '#server/domain/identity/token.ts';
import { deviceName, type Visitor } from '#server/domain/identity/visitor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { CodeKind } from '#server/platform/database/schema.ts';
import { AppError, invalid } from '#server/platform/errors.ts';

type Needs = Pick<Parts, 'db' | 'clock' | 'ids' | 'events' | 'live'> & {
  sessions: Sessions;
  limits: SignInLimits;
};

/** What the page may tell whoever holds a valid code. */
export type CodeView = {
  kind: CodeKind;
  displayName: string;
  /** What to type at the next sign-in: the address, or else the personnel number. */
  signInName: string | null;
};

/** Looks at a code without using it up: mail scanners open links too. `gone` for unknown, used and old ones alike. */
export async function lookAtCode(needs: Needs, visitor: Visitor, typed: string): Promise<CodeView> {
  const attempt = await needs.limits.code(visitor);
  const found = await findCode(needs, typed);
  await attempt.succeeded();
  const { person, email } = found.account;
  return {
    kind: found.kind,
    displayName: person.nameWithheld ? '' : person.displayName,
    signInName: email ?? person.personnelNumber,
  };
}

/**
 * Uses up a code: the new password counts from now on, every session and known device of the account ends (whoever
 * knew the old password is out), and a new session is opened on this browser.
 */
export async function redeemCode(needs: Needs, visitor: Visitor, input: RedeemInput): Promise<SignedIn> {
  const attempt = await needs.limits.code(visitor);
  const { id, kind, account, accountId } = await findCode(needs, input.code);
  await attempt.succeeded();
  const { personId } = account;
  forbidOwnName(input.password, account);
  const passwordHash = await hashPassword(input.password);
  const now = needs.clock.now();
  const ended = await needs.events.transaction(async (tx) => {
    const used = await tx.oneTimeCode.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } });
    if (used.count !== 1) throw codeGone();
    const firstTime = account.state === 'invited';
    await tx.account.update({
      where: { id: accountId },
      data: { passwordHash, passwordChangedAt: now, state: 'active' },
    });
    if (input.language)
      await tx.person.update({ where: { id: personId }, data: { language: input.language } });
    await tx.oneTimeCode.deleteMany({ where: { accountId, usedAt: null } });
    await tx.knownDevice.deleteMany({ where: { accountId } });
    const sessions = await tx.session.findMany({ where: { accountId }, select: { id: true } });
    await tx.session.deleteMany({ where: { accountId } });
    for (const session of sessions) {
      await needs.events.publish(tx, { type: 'session.ended', sessionId: session.id, personId });
    }
    await needs.events.publish(tx, { type: 'account.changed', accountId, personId });
    if (firstTime) await needs.events.publish(tx, { type: 'person.joined', personId });
    await writeAudit(tx, needs, {
      actorId: personId,
      action: kind === 'invitation' ? 'account.invitation_used' : 'account.reset_used',
      subjectKind: 'account',
      subjectId: accountId,
      requestId: visitor.requestId,
    });
    return sessions.map((session) => session.id);
  });
  for (const sessionId of ended) needs.live.dropSession(sessionId);
  const session = await needs.sessions.open(accountId, 'personal', deviceName(visitor.userAgent));
  return { ...session, personId, deviceToken: await rememberDevice(needs, accountId, null) };
}

/** The words next to a name are the first that are guessed. */
export function forbidOwnName(
  password: string,
  account: { email: string | null; person: { displayName: string; personnelNumber: string | null } },
): void {
  const known = [account.email, account.person.displayName, account.person.personnelNumber]
    .filter((word) => word !== null)
    .map((word) => word.toLowerCase().replace(/\s+/g, ''));
  if (known.includes(password.toLowerCase().replace(/\s+/g, ''))) {
    throw invalid({ password: ['account.passwordIsName'] });
  }
}

async function findCode({ db, clock }: Pick<Parts, 'db' | 'clock'>, typed: string) {
  const found = await db.oneTimeCode.findUnique({
    where: { codeHash: hashToken(normalCode(typed)) },
    include: { account: { include: { person: true } } },
  });
  const usable =
    found !== null &&
    found.usedAt === null &&
    found.expiresAt > clock.now() &&
    (found.account.state === 'active' || found.account.state === 'invited') &&
    (found.account.person.endsOn === null || found.account.person.endsOn > clock.now());
  if (!usable) throw codeGone();
  return found;
}

function codeGone(): AppError {
  return new AppError('gone', { message: 'account.codeUnknown' });
}
