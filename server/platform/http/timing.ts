import type { RequestHandler } from 'express';

/** Measures steps of one request for the Server-Timing header. */
export type Timing = { measure: <T>(name: string, work: () => Promise<T>) => Promise<T> };

declare global {
  namespace Express {
    interface Locals {
      timing: Timing;
    }
  }
}

/**
 * Adds `Server-Timing` (W3C): every measured step, in milliseconds, and the total until the first byte. Pages are
 * private to the reader and checked again each time, unless a route said otherwise.
 */
export function serverTiming(): RequestHandler {
  return (_req, res, next) => {
    const begun = performance.now();
    const steps = new Map<string, number>();
    res.locals.timing = {
      async measure(name, work) {
        const from = performance.now();
        try {
          return await work();
        } finally {
          steps.set(name, (steps.get(name) ?? 0) + performance.now() - from);
        }
      },
    };
    const writeHead = res.writeHead;
    res.writeHead = ((...args: Parameters<typeof writeHead>) => {
      if (!res.headersSent) {
        steps.set('total', performance.now() - begun);
        res.setHeader(
          'Server-Timing',
          [...steps].map(([name, ms]) => `${name};dur=${ms.toFixed(1)}`).join(', '),
        );
        if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'private, no-cache');
      }
      return writeHead.apply(res, args);
    }) as typeof writeHead;
    next();
  };
}
