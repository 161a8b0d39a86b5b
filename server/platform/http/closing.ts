import type { Server } from 'node:http';
import type { RequestHandler } from 'express';

type Closing = { isStopping: () => boolean; track: RequestHandler; close: () => Promise<void> };

/**
 * Closes a web server politely: no new connections, requests under way may end and tell the browser to reconnect
 * elsewhere, idle connections are dropped, and after `seconds` the rest is cut. A second call cuts at once.
 */
export function closing(server: Server, seconds: number): Closing {
  let closed: Promise<void> | undefined;
  return {
    isStopping: () => closed !== undefined,
    track: (_req, res, next) => {
      if (closed) res.setHeader('Connection', 'close');
      else res.on('finish', () => closed && setImmediate(() => server.closeIdleConnections()));
      next();
    },
    close: () => {
      if (closed) {
        server.closeAllConnections();
        return closed;
      }
      closed = new Promise<void>((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), seconds * 1000);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      });
      return closed;
    },
  };
}
