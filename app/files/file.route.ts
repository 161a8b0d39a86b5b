import { createHash } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';
import { byteRange } from './byte-range.ts';

/** A browser may keep it so long without asking, in seconds: what was taken away is gone for others within the hour. */
const KEPT = 3_600;
/** A face stands on every page, and another one has another address. */
const FACE_KEPT = 30 * 86_400;

/**
 * The bytes of a file. Only a picture that we drew ourselves is shown in the browser; everything else is saved, never
 * opened: an uploaded page or drawing must not run as one of ours.
 */
export const loader = withProblems(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const asked = new URL(request.url).searchParams;
  const width = Number(asked.get('w')) || null;
  const as = asked.get('as') === 'avif' ? 'avif' : 'webp';
  const file = await context.services.files.read(actor, params.id ?? '', width, as);
  const etag = `"${createHash('sha256').update(file.bytes).digest('base64url').slice(0, 27)}"`;
  const headers = new Headers({
    ETag: etag,
    'Accept-Ranges': 'bytes',
    'Cache-Control': actor.terminal
      ? 'private, no-store'
      : `private, max-age=${file.face ? FACE_KEPT : KEPT}`,
    'Content-Type': file.mediaType,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Content-Disposition': disposition(file.picture ? 'inline' : 'attachment', file.name),
  });
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const whole = file.bytes.length;
  const range = byteRange(request.headers, { etag, whole });
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${whole}`);
    return new Response(null, { status: 416, headers });
  }
  if (!range) return new Response(Buffer.from(file.bytes), { headers });
  headers.set('Content-Range', `bytes ${range.from}-${range.to}/${whole}`);
  return new Response(Buffer.from(file.bytes.subarray(range.from, range.to + 1)), { status: 206, headers });
});

/** RFC 6266: a plain name for old programs, the real one for all others (RFC 8187). */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_');
  const full = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`;
}
