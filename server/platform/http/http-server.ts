import { createServer, type Server } from 'node:http';
import { constants } from 'node:zlib';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Config } from '#server/platform/config/config.ts';
import type { Logger } from '#server/platform/log/log.ts';
import { addressWithoutNul } from './address-without-nul.ts';
import { bodyLimit } from './body-limit.ts';
import { closing } from './closing.ts';
import { cspReport } from './csp-report.ts';
import { health, type ReadyChecks } from './health.ts';
import { listen } from './listen.ts';
import { type OneClick, oneClick } from './one-click.ts';
import { pageHandler } from './page-handler.ts';
import { sendProblem } from './problem.ts';
import { requestId } from './request-id.ts';
import { sameOrigin } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';
import { staticFiles } from './static-files.ts';
import { serverTiming } from './timing.ts';

export type HttpOptions = {
  config: Config;
  log: Logger;
  /** The built Remix app, loaded as data; in development, whatever Vite has now. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** The folder with the built client; null where `development` serves it. */
  clientFolder: string | null;
  /** Vite's middleware. */
  development?: RequestHandler;
  /** What loaders and actions get as `context`; throws only for bugs. */
  getLoadContext: (req: Request, res: Response) => Promise<AppLoadContext>;
  /** Addresses that are no pages: files, feeds, callbacks. Behind the same checks as pages. */
  routes?: (app: Express) => void;
  /** What mail programs may post from elsewhere. */
  oneClick?: OneClick;
  readyChecks: ReadyChecks;
};

export type HttpServer = {
  server: Server;
  /** @throws Error with a sentence for people when the port is taken or may not be used. */
  listen(): Promise<{ port: number }>;
  /** Takes no more requests, and resolves when those under way have ended or `shutdownSeconds` are over. */
  close(): Promise<void>;
};

/** The web server: everything a request passes on its way to the Remix app, in order. */
export function createHttpServer(options: HttpOptions): HttpServer {
  const { config, log } = options;
  const app = express();
  const server = createServer(app);
  const { isStopping, track, close } = closing(server, config.shutdownSeconds);

  app.disable('x-powered-by');
  // One proxy, ours: what a visitor wrote into X-Forwarded-For stands further left and counts for nothing.
  app.set('trust proxy', config.trustProxy ? 1 : false);
  app.set('etag', false);
  app.use(track);
  app.use(health(options.readyChecks, isStopping));
  if (options.clientFolder) app.use(staticFiles(options.clientFolder));
  app.use(requestId(log));
  app.use(securityHeaders({ config }));
  app.use(addressWithoutNul());
  app.post('/csp-report', cspReport(log));
  if (options.development) app.use(options.development);
  if (options.oneClick) app.use(oneClick(config, options.oneClick));
  app.use(sameOrigin(config));
  app.use(bodyLimit());
  app.use(serverTiming());
  app.use(compression({ level: 4, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } }));
  options.routes?.(app);
  app.all(
    '*',
    pageHandler({ build: options.build, getLoadContext: options.getLoadContext, mode: config.mode }),
  );
  app.use(lastResort(log));

  return { server, listen: () => listen(server, config), close };
}

/** A bug outside Remix. The page says only the request's name, under which the log has the rest. */
function lastResort(log: Logger): ErrorRequestHandler {
  return (error, _req, res, next) => {
    const { requestId } = res.locals;
    // What a person sent and cannot be read (bad JSON, a broken address) is theirs, not a bug.
    const status = Number(error?.status ?? error?.statusCode ?? 500);
    if (status >= 500) log.error({ err: error, requestId }, 'request failed');
    if (res.headersSent) return next(error);
    sendProblem(res, status, status >= 500 ? `Something went wrong (${requestId}).` : 'Bad request.');
  };
}
