import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { localPath } from './local-path.ts';
import { withProblems } from './with-errors.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The appearance switch without JavaScript: remembers the choice and leads back. */
export const action = withProblems(async ({ request }: ActionFunctionArgs) => {
  const form = await request.formData();
  const theme = form.get('theme');
  const chosen = theme === 'light' || theme === 'dark' ? theme : null;
  const cookie = `theme=${chosen ?? ''}; Path=/; Max-Age=${chosen ? YEAR_SECONDS : 0}; SameSite=Lax`;
  return redirect(localPath(form.get('to')), { headers: { 'Set-Cookie': cookie } });
});

export const loader = () => redirect('/');
