/**
 * False for a text, or a value that holds one anywhere, that the database cannot give back as it was: PostgreSQL's `text`
 * takes no NUL (manual, section 8.3), and UTF-8 has no form for half of a surrogate pair (RFC 3629 section 3). Nobody types
 * either; without a question asked, the first is an error of the database and the second comes back as another sign.
 */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && !/\p{Surrogate}/u.test(value);
  if (Array.isArray(value)) return value.every(isStorable);
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return Object.values(value).every(isStorable);
  return true;
}
