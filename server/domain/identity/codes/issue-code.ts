import { hashToken, newCode } from '#server/domain/identity/token.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { CodeKind } from '#server/platform/database/schema.ts';

const DAY_MS = 86_400_000;

/** How long a code may lie in a letter box, or in a mailbox. */
const LIFETIME_MS = {
  invitation: 14 * DAY_MS,
  /** Printed by site staff, typed at a terminal in the next shift. */
  reset: 2 * DAY_MS,
  /** Asked for by mail just now. */
  resetByMail: DAY_MS / 24,
};

export type IssuedCode = { code: string; expiresAt: Date };

/** Makes a one-time code in the caller's transaction; earlier ones of the kind stop working. */
export async function issueCode(
  tx: Tx,
  { ids, clock }: Pick<Parts, 'ids' | 'clock'>,
  wanted: { accountId: string; kind: CodeKind; createdById: string | null },
): Promise<IssuedCode> {
  const now = clock.now();
  const lifetime = wanted.kind === 'reset' && wanted.createdById === null ? 'resetByMail' : wanted.kind;
  const code = newCode();
  const expiresAt = new Date(now.getTime() + LIFETIME_MS[lifetime]);
  await tx.oneTimeCode.deleteMany({
    where: { accountId: wanted.accountId, kind: wanted.kind, usedAt: null },
  });
  await tx.oneTimeCode.create({
    data: { id: ids.next(), ...wanted, codeHash: hashToken(code), createdAt: now, expiresAt },
  });
  return { code, expiresAt };
}
