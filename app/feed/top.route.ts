import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';

export type TopAnswer = { onTop: boolean };

/** Puts a post on top of the feed of all whom it reaches, or takes it off. */
export const action = withProblems(async ({ context, params, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const { feed } = context.services;
  const id = params.id ?? '';
  const onTop = (await request.formData()).get('intent') === 'put-on-top';
  await (onTop ? feed.putOnTop(actor, id) : feed.takeOffTop(actor, id));
  return { onTop } satisfies TopAnswer;
});

/** The address by itself: the post. */
export const loader = withProblems(async ({ context, params, request }: LoaderFunctionArgs) => {
  requireActor(context, request);
  throw redirect(`/posts/${encodeURIComponent(params.id ?? '')}`);
});
