import { type ActionFunctionArgs, redirect, redirectDocument } from '@remix-run/node';
import { withProblems } from '#app/shell/with-errors.ts';

/** Ends this session. By POST only: a link on a foreign page must not sign anybody out. */
export const action = withProblems(async ({ context, request }: ActionFunctionArgs) => {
  const idle = (await request.formData()).get('idle') === 'yes';
  if (context.actor) await context.services.identity.signOut(context.actor);
  context.session.end();
  return redirectDocument(idle ? '/sign-in?idle=1' : '/sign-in?bye=1', 303);
});

export const loader = () => redirect('/');
