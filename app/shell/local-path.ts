const LOCAL = /^\/(?![/\\])/;

/**
 * A path on this site to lead somebody back to, or the home page. Keeps a link such as `?to=//evil.example` from
 * leading outside (CWE-601), also where only the tidied path is an address of another host: `/.//evil.example`.
 */
export function localPath(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || !LOCAL.test(value)) return fallback;
  const base = 'http://local.invalid';
  const url = URL.canParse(value, base) ? new URL(value, base) : undefined;
  if (url?.origin !== base || !LOCAL.test(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}
