import type { IncomingMessage } from 'node:http';

/**
 * True where a handshake comes from our own pages: a browser names the origin of every WebSocket and POST
 * (RFC 6455 section 10.2), so a foreign one is refused although it would bring the cookie along.
 */
export function isSameOrigin(
  request: Pick<IncomingMessage, 'headers'>,
  options: { appUrl: string; trustProxy: boolean },
): boolean {
  const { origin, host } = request.headers;
  if (request.headers['sec-fetch-site'] === 'cross-site') return false;
  if (!origin) return true;
  const forwarded = options.trustProxy ? String(request.headers['x-forwarded-host'] ?? '') : '';
  const ours = forwarded.split(',')[0]?.trim() || host;
  const theirs = URL.canParse(origin) ? new URL(origin).host : null;
  return theirs !== null && (theirs === ours || theirs === new URL(options.appUrl).host);
}
