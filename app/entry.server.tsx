import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import type { ReadableStream } from 'node:stream/web';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import '#app/messages/load-all.ts';
import { compressed } from '#app/shell/compress.server.ts';
import { createDrawings } from '#app/shell/drawing/drawings.server.ts';
import { DrawingsContext } from '#app/shell/drawing/drawn-once.tsx';
import { NonceProvider } from '#app/shell/nonce.ts';

/** How long a page's loader data may take before its stream is cut, in milliseconds. */
export const streamTimeout = 10_000;

/**
 * Draws the page in one piece. Every loader awaits all its data and nothing suspends, so React's stream would bring
 * nothing sooner and costs twice as much (docs/decisions/remix.md); the loader data, which Remix otherwise streams in
 * as a component, follows the page as the same script. An error while drawing is thrown: Remix then draws its boundary.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  // Not while the code of what was drawn may change.
  const drawings = context.config.production ? createDrawings(randomUUID()) : null;
  const page = renderToString(
    <NonceProvider value={context.nonce}>
      <DrawingsContext.Provider value={drawings}>
        <RemixServer
          context={{ ...remixContext, serverHandoffStream: undefined }}
          url={request.url}
          nonce={context.nonce}
        />
      </DrawingsContext.Provider>
    </NonceProvider>,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const html = `<!DOCTYPE html>${drawings?.fillIn(page) ?? page}${await handOff(remixContext, context.nonce)}`;
  // As bytes: a Response looks through every character of a string first.
  return compressed(Buffer.from(html), { status, headers, encoding: context.encoding });
}

/** What a page asks for when it is open already; nothing in it is waited for, so it goes in one piece too. */
export async function handleDataRequest(
  response: Response,
  { context }: { context: AppLoadContext },
): Promise<Response> {
  const { status, headers, body } = response;
  if (!body || headers.has('Content-Encoding')) return response;
  return compressed(Buffer.from(await response.arrayBuffer()), {
    status,
    headers,
    encoding: context.encoding,
  });
}

/** The loader data as the script that Remix' own `StreamTransfer` writes (@remix-run/react, single-fetch.js). */
async function handOff(
  { serverHandoffStream, renderMeta }: EntryContext,
  nonce: string | undefined,
): Promise<string> {
  if (!serverHandoffStream || !renderMeta?.didRenderScripts) return '';
  const data = await text(serverHandoffStream as ReadableStream);
  const controller = 'window.__remixContext.streamController';
  return `<script nonce="${nonce}">${controller}.enqueue(${asScript(data)});${controller}.close();</script>`;
}

const SPECIAL = /[<>&\u2028\u2029]/g;

/** A string literal that is safe inside a script element. */
function asScript(value: string): string {
  return JSON.stringify(value).replace(
    SPECIAL,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Loaders and actions log for themselves (`withErrors`); what arrives here slipped past them. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted) return;
  context.log?.error({ err: error, requestId: context.requestId, url: request.url }, 'A request failed');
}
