import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from './load-context.ts';
import { withProblems } from './with-errors.ts';

/** The counts beside feed and bell, for a page that has not heard them for a while. */
export const loader = withProblems(async ({ context, request }: LoaderFunctionArgs) =>
  Response.json(await context.services.frame.unread(requireActor(context, request))),
);
