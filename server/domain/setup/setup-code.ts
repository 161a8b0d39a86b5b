import { timingSafeEqual } from 'node:crypto';
import { hashToken, newCode, normalCode } from '#server/domain/identity/token.ts';
import type { Visitor } from '#server/domain/identity/visitor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { invalid } from '#server/platform/errors.ts';

const KEY = 'setupCode';

/**
 * The code that the terminal shows while nobody has an account: whoever started the server may set it up from
 * anywhere, a stranger on the network may not. All processes on one database show the same; it goes with the setup.
 */
export async function setupCode({ db }: Pick<Parts, 'db'>): Promise<string> {
  await db.setting.createMany({ data: [{ key: KEY, value: newCode() }], skipDuplicates: true });
  const row = await db.setting.findUniqueOrThrow({ where: { key: KEY } });
  return String(row.value);
}

/** Forgets the code, in the transaction that makes the first account. */
export async function forgetSetupCode(tx: Pick<Parts['db'], 'setting'>): Promise<void> {
  await tx.setting.deleteMany({ where: { key: KEY } });
}

/** `invalid` unless the visitor sits at the machine itself or knows the code. */
export async function checkSetupCode(
  parts: Pick<Parts, 'db'>,
  visitor: Visitor,
  typed: string | undefined,
): Promise<void> {
  if (visitor.local) return;
  const right = Buffer.from(hashToken(await setupCode(parts)));
  const given = Buffer.from(hashToken(normalCode(typed ?? '')));
  if (!timingSafeEqual(right, given)) throw invalid({ setupCode: ['setup.codeWrong'] });
}
