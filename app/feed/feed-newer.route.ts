import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';

/** How many items were published since `?than=` (`&by=activity`: talked about): what a broken connection has missed. */
export const loader = withProblems(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const search = new URL(request.url).searchParams;
  const than = new Date(search.get('than') || 0);
  const by = search.get('by') === 'activity' ? 'activity' : 'published';
  const count = Number.isNaN(than.getTime()) ? 0 : await context.services.feed.countSince(actor, than, by);
  return Response.json({ count }, { headers: { 'Cache-Control': 'private, no-store' } });
});
