import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import type { Request, RequestHandler, Response } from 'express';

type Options = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  getLoadContext: (req: Request, res: Response) => Promise<AppLoadContext>;
  mode: string;
};

/** Any address that begins with no word of the map. */
const ELSEWHERE = '';
const ROOT = 'root';

/**
 * Hands requests to Remix. Of a finished build Remix is shown only the routes that can match the address: it goes
 * through all of them four times a request and compiles their patterns anew each time (1.1 of 14 ms on the feed).
 */
export function pageHandler(options: Options): RequestHandler {
  const { build } = options;
  if (typeof build === 'function') return createRequestHandler(options);
  const whole = createRequestHandler(options);
  const words = firstWords(build);
  const handlers = new Map<string, RequestHandler>();
  return (req, res, next) => {
    // Asked by the browser for whatever it may go to next.
    if (req.path === '/__manifest') return whole(req, res, next);
    const key = wordFor(words, req.path);
    let handler = handlers.get(key);
    if (!handler) {
      handler = createRequestHandler({ ...options, build: routesOf(build, key) });
      handlers.set(key, handler);
    }
    return handler(req, res, next);
  };
}

/** The build with the routes below one first word, and those that match any. */
export function routesOf(build: ServerBuild, word: string): ServerBuild {
  const fits = ({ path = '' }: { path?: string }) => {
    const first = firstWord(path);
    return first === word || !isWord(first);
  };
  const kept = new Set([
    ROOT,
    ...tops(build)
      .filter(fits)
      .map(({ id }) => id),
  ]);
  const only = <T>(routes: Record<string, T>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(topOf(build, id))));
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  };
}

function tops(build: ServerBuild): { id: string; path?: string }[] {
  return Object.values(build.routes).flatMap((route) => (route?.parentId === ROOT ? [route] : []));
}

function topOf(build: ServerBuild, id: string): string {
  const parent = build.routes[id]?.parentId;
  return parent && parent !== ROOT ? topOf(build, parent) : id;
}

const firstWord = (path: string) => path.split('/')[0]?.toLowerCase() ?? '';

/** False for what stands for anything (`:id`, `*`, optional parts) and for the index. */
const isWord = (part: string) => part !== '' && !/[:*?]/.test(part);

/** The words that addresses of the map begin with. */
export function firstWords(build: ServerBuild): ReadonlySet<string> {
  return new Set(
    tops(build)
      .map(({ path = '' }) => firstWord(path))
      .filter(isWord),
  );
}

/** Which of the words an address begins with, read as the router reads it: decoded, in any case, `.data` or not. */
export function wordFor(words: ReadonlySet<string>, pathname: string): string {
  const [, part = ''] = pathname.replace(/\.data$/, '').split('/');
  try {
    const word = decodeURIComponent(part).toLowerCase();
    return words.has(word) ? word : ELSEWHERE;
  } catch {
    return ELSEWHERE;
  }
}
