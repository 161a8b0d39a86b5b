import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';

/** Persons to mention while somebody types `@mar`: `?q=mar`, and `&audience=<id>` for those who may read it there. */
export const loader = withProblems(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const params = new URL(request.url).searchParams;
  const people = await context.services.search.suggestPeople(
    actor,
    params.get('q') ?? '',
    params.get('audience') ?? undefined,
  );
  return Response.json({ people }, { headers: { 'Cache-Control': 'private, no-store' } });
});
