import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';

/** Leads from a notice to the very thing, and marks it read on the way. */
export const loader = withProblems(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const to = await context.services.notifications.follow(actor, params.id ?? '');
  return redirect(to ?? '/notifications');
});
