import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';

/** Where the pages come from, and what else it takes to serve them. */
export type Pages = {
  build: ServerBuild | (() => Promise<ServerBuild>);
  clientFolder: string | null;
  development?: RequestHandler;
  close: () => Promise<void>;
};

/** The built pages, loaded as data: the server knows nothing of what is in them. */
export async function builtPages(folder = 'build'): Promise<Pages> {
  const file = pathToFileURL(path.resolve(folder, 'server/index.js')).href;
  return {
    build: (await import(/* @vite-ignore */ file)) as ServerBuild,
    clientFolder: path.resolve(folder, 'client'),
    close: async () => {},
  };
}

/** The pages as they are in `app/` at this moment, by Vite's dev server with hot reload. */
export async function developmentPages(): Promise<Pages> {
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' });
  return {
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    clientFolder: null,
    development: vite.middlewares,
    close: () => vite.close(),
  };
}
