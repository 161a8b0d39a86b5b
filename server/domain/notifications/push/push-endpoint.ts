import type { Config } from '#server/platform/config/config.ts';

/**
 * True for the address of a push service that this house lets out to (`PUSH_HOSTS`): a browser could name any address,
 * and the server would call it. `*.` stands for one label or more; without TLS only on this machine.
 */
export function isPushEndpoint({ pushHosts }: Pick<Config, 'pushHosts'>, endpoint: string): boolean {
  let url: URL;
  try {
    url = new URL(endpoint);
  } catch {
    return false;
  }
  const local = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) return false;
  if (url.username || url.password) return false;
  return pushHosts.some((host) =>
    host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host,
  );
}
