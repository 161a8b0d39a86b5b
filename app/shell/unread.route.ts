import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from './load-context.ts';
import { withErrors } from './with-errors.ts';

/** The counts beside feed and bell, for a page that has not heard them for a while. */
export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) =>
  context.services.frame.unread(requireActor(context, request)),
);
