import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';

/** How many items were published since `?than=`: what a broken connection has missed. */
export const loader = withProblems(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const than = new Date(new URL(request.url).searchParams.get('than') || 0);
  const count = Number.isNaN(than.getTime()) ? 0 : await context.services.feed.countSince(actor, than);
  return Response.json({ count }, { headers: { 'Cache-Control': 'private, no-store' } });
});
