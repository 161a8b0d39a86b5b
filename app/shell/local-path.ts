/**
 * A path on this site to lead somebody back to, or the home page. Keeps a link such as `?to=//evil.example` from
 * leading outside (CWE-601).
 */
export function localPath(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return fallback;
  const base = 'http://local.invalid';
  const url = URL.canParse(value, base) ? new URL(value, base) : undefined;
  return url?.origin === base ? url.pathname + url.search + url.hash : fallback;
}
