import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withErrors } from '#app/shell/with-errors.ts';
import { sectionsFor } from './sections.ts';

/** Leads to the first section that this reader may enter. */
export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const { abilities } = await context.services.frame.frame(requireActor(context, request));
  const [first] = sectionsFor(abilities);
  if (!first) throw new Response(null, { status: 403 });
  return redirect(first.to);
});

/** Never seen; without it Remix would take this for an address that is no page, and a refusal would be a blank one. */
export default function AdminIndex() {
  return null;
}
