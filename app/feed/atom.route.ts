import { createHash } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { withProblems } from '#app/shell/with-errors.ts';

/** My feed for a program that cannot sign in; the token in the address is the right to read it, and no more. */
export const loader = withProblems(async ({ context, request }: LoaderFunctionArgs) => {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  const reader = await context.services.identity.readerByFeedToken(context.visitor, token);
  const { companyName, appUrl } = context.config;
  const xml = await context.services.feed.atom(reader, { companyName, appUrl });
  const etag = `"${createHash('sha256').update(xml).digest('base64url').slice(0, 22)}"`;
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' };
  if (known(request.headers.get('if-none-match')).includes(etag))
    return new Response(null, { status: 304, headers });
  return new Response(xml, {
    headers: { ...headers, 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
});

/** The tags a reader has; compression on the way may have made weak ones of them (RFC 9110, section 13.1.2). */
function known(header: string | null): string[] {
  return (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}
