import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import '#app/messages/load-all.ts';
import { NonceProvider } from '#app/shell/nonce.ts';

/** How long a page may take before its stream is cut, in milliseconds. */
export const streamTimeout = 10_000;

/**
 * Sends the page in one piece when everything is there: React hands out two kilobytes at a time, and each would be
 * compressed and written to the socket by itself.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={context.nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={context.nonce} />
      </NonceProvider>,
      {
        nonce: context.nonce,
        onAllReady() {
          headers.set('Content-Type', 'text/html; charset=utf-8');
          const body = new PassThrough();
          buffer(body).then(
            (page) => resolve(new Response(page, { headers, status: failed ? 500 : status })),
            reject,
          );
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          failed = true;
          context.log.error({ err: error, requestId: context.requestId }, 'Rendering a page failed');
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** Loaders and actions log for themselves (`withErrors`); what arrives here slipped past them. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted) return;
  context.log?.error({ err: error, requestId: context.requestId, url: request.url }, 'A request failed');
}
