import { hash, verify } from '@node-rs/argon2';

/** Argon2id with OWASP's first recommendation: 19 MiB, two passes, one lane (its default algorithm). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A PHC string with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

let nobodys: Promise<string> | undefined;

/**
 * Compares a password. Without a hash (unknown account, or one without a password) the same work is done and the
 * answer is no, so that time does not tell whether an account exists.
 */
export async function checkPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password');
  const matches = await verify(passwordHash ?? (await nobodys), password.normalize('NFKC'));
  return matches && passwordHash !== null;
}
