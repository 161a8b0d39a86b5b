import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '#server/platform/config/config.ts';

type Options = { config: Pick<Config, 'appUrl' | 'mode' | 's3'> };

/**
 * Helmet with an enforced Content-Security-Policy: scripts and style sheets run by nonce or from this host only.
 * `style-src-attr 'unsafe-inline'` is the one exception: Radix and the charts position things with style attributes
 * that the server writes (docs/decisions/content-security-policy.md).
 */
export function securityHeaders({ config }: Options): RequestHandler {
  const secure = config.appUrl.startsWith('https://');
  const development = config.mode === 'development';
  const nonce = (_req: IncomingMessage, res: ServerResponse) => `'nonce-${(res as Response).locals.nonce}'`;
  const sockets = config.appUrl.replace(/^http/, 'ws');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'", nonce],
        'script-src-attr': ["'none'"],
        // Vite's dev server puts each style sheet into the page as a style element without a nonce.
        'style-src': development ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': development ? ["'self'", 'ws:'] : ["'self'", sockets],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'report-uri': ['/csp-report'],
        ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    // Browsers only complain about these where the page is not served over TLS.
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    referrerPolicy: { policy: 'same-origin' },
    xPoweredBy: true,
  });
}
