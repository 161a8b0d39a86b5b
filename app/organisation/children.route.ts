import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';
import { TOP } from './chart-model.ts';
import { leadsOf } from './organisation-page.ts';

/** The next reports of a position, for a branch that opens. */
export const loader = withProblems(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const params = new URL(request.url).searchParams;
  const of = params.get('of') ?? TOP;
  const { cards, more } = await context.services.organisation.children(actor, {
    ...(of === TOP ? { chart: params.get('chart') ?? 'company' } : { positionId: of }),
    after: params.get('after'),
    on: params.get('on'),
    since: params.get('since'),
  });
  return Response.json({ cards, more, leads: await leadsOf(context.services, actor, cards) });
});
