import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from '#server/platform/log/log.ts';

declare global {
  namespace Express {
    interface Locals {
      /** Names this request in every log line and on an error page. */
      requestId: string;
      /** The Content-Security-Policy nonce of this response. */
      nonce: string;
    }
  }
}

/** One-time codes come in addresses; whoever reads the log must not find one there. */
const SECRET = /^\/(invitation|reset)\/.+/;

/** Files for the browser; in development, the sources that Vite hands out one by one. */
const FILES = /^\/(assets\/|app\/|node_modules\/|@)/;

/**
 * Gives each request a name and logs its end. Who asked is not logged: nobody's reading is recorded.
 */
export function requestId(log: Logger): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    const begun = performance.now();
    res.locals.requestId = randomBytes(8).toString('hex');
    res.locals.nonce = randomBytes(16).toString('base64');
    res.setHeader('X-Request-Id', res.locals.requestId);
    const { method } = req;
    const path = req.path.replace(SECRET, '/$1/…');
    res.on('close', () => {
      const details = {
        requestId: res.locals.requestId,
        method,
        path,
        status: res.statusCode,
        ms: Math.round(performance.now() - begun),
        ...(res.writableFinished ? {} : { aborted: true }),
      };
      log[FILES.test(path) ? 'debug' : 'info'](details, 'request');
    });
    next();
  };
}
