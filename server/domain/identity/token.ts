import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits, for cookies. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token or code: whoever reads the table cannot sign in with it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

// Without 0/O, 1/I/L, 2/Z, 5/S, 8/B: codes are copied from paper by hand.
const LETTERS = 'ACDEFGHJKMNPQRTUVWXY34679';

/** A code that can be printed and typed: four groups of four, 74 bits. */
export function newCode(): string {
  const groups = Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  );
  return groups.join('-');
}

/** A typed code as it was printed: case, spaces and missing hyphens do not matter. */
export function normalCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return letters.match(/.{1,4}/g)?.join('-') ?? '';
}
