import { createHash } from 'node:crypto';

/** More are sent as they are: PostgreSQL keeps a plan of each named statement, in each connection, for as long as that lives. */
const NAMES = 400;
/** Only what comes again is worth a name; lists of varying length (`IN ($1, $2, …)`) make texts that never do. */
const WORTH_A_NAME = 3;
/** So many texts are watched at once; then the watching begins anew. */
const WATCHED = 4_000;
const PLANNED = /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/i;

/**
 * Names for the statements that are asked again and again, so that PostgreSQL reads and plans each once a connection
 * instead of once a request. Everything else stays nameless.
 */
export function createStatementNames(): (query: { sql: string }) => string | undefined {
  const names = new Map<string, string>();
  const seen = new Map<string, number>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known || names.size >= NAMES || !PLANNED.test(sql)) return known;
    const times = (seen.get(sql) ?? 0) + 1;
    if (times < WORTH_A_NAME) {
      if (seen.size >= WATCHED) seen.clear();
      seen.set(sql, times);
      return undefined;
    }
    seen.delete(sql);
    const name = `f_${createHash('sha256').update(sql).digest('base64url').slice(0, 22)}`;
    names.set(sql, name);
    return name;
  };
}
