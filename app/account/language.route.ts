import { type ActionFunctionArgs, redirect, redirectDocument } from '@remix-run/node';
import { localPath } from '#app/shell/local-path.ts';
import { withProblems } from '#app/shell/with-errors.ts';

/** Chooses the language of this browser and, signed in, of this person. */
export const action = withProblems(async ({ context, request }: ActionFunctionArgs) => {
  const form = await request.formData();
  const language = form.get('language') === 'de' ? 'de' : 'en';
  context.session.rememberLanguage(language);
  if (context.actor) await context.services.identity.chooseLanguage(context.actor, language);
  return redirectDocument(localPath(form.get('to')), 303);
});

export const loader = () => redirect('/');
