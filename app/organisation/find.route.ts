import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';

/** A few hits inside one chart, as somebody types. */
export const loader = withProblems(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const params = new URL(request.url).searchParams;
  const hits = await context.services.organisation.searchInChart(actor, {
    chart: params.get('chart') ?? 'company',
    text: params.get('q') ?? '',
    on: params.get('on'),
  });
  return Response.json({ hits });
});
