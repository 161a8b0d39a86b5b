import type { Request, RequestHandler } from 'express';
import type { Config } from '#server/platform/config/config.ts';
import { sendProblem } from './problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses every mutating request that does not come from our own pages, whatever it calls (OWASP, Cross-Site Request
 * Forgery Prevention: verifying origin). A browser sends Origin with each such request; a request without one may
 * only pass if it carries no cookie, so that it cannot act for anybody.
 */
export function sameOrigin(config: Pick<Config, 'appUrl' | 'trustProxy'>): RequestHandler {
  return (req, res, next) => {
    const named = namedHost(config, req);
    const origin = originHost(req);
    const own = isOwnRequest(config, req);
    if (!SAFE.has(req.method) && !own && !(origin === null && !req.headers.cookie)) {
      return sendProblem(res, 403, 'This request did not come from a page of this site.');
    }
    // Remix compares Origin with this header again; it must see the host that we decided on, not a made-up one.
    delete req.headers['x-forwarded-host'];
    if (own && origin) req.headers['x-forwarded-host'] = origin;
    else if (named) req.headers['x-forwarded-host'] = named;
    next();
  };
}

/** True when the browser says that one of our own pages sent this request. */
export function isOwnRequest(config: Pick<Config, 'appUrl' | 'trustProxy'>, req: Request): boolean {
  const origin = originHost(req);
  const host = namedHost(config, req) ?? req.headers.host;
  return origin !== null && (origin === host || origin === new URL(config.appUrl).host);
}

/** The host that our proxy says was asked for. */
function namedHost(config: Pick<Config, 'trustProxy'>, req: Request): string | undefined {
  return config.trustProxy ? firstValue(req.headers['x-forwarded-host']) : undefined;
}

/** The host that sent the request, null when the browser did not say, and '' when it would not say. */
function originHost(req: Request): string | null {
  const origin = req.headers.origin;
  if (origin === undefined)
    return req.headers['sec-fetch-site'] === 'same-origin' ? (req.headers.host ?? '') : null;
  return URL.canParse(origin) ? new URL(origin).host : '';
}

function firstValue(header: string | string[] | undefined): string | undefined {
  return (Array.isArray(header) ? header[0] : header)?.split(',')[0]?.trim() || undefined;
}
