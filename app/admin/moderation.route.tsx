import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { decide } from './moderation-action.ts';
import { ModerationContests } from './moderation-contests.tsx';
import { ModerationLog, readAct } from './moderation-log.tsx';
import { ModerationReports } from './moderation-reports.tsx';
import { ModerationSuspensions } from './moderation-suspensions.tsx';

export const meta = titled((t) => t('moderation.title'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { conversation } = context.services;
  const { searchParams } = new URL(request.url);
  const after = (list: string) => searchParams.get(list);
  const act = readAct(searchParams.get('act'));
  const [queue, contests, suspensions, log] = await Promise.all([
    conversation.moderationQueue(actor, after('reports')),
    conversation.contests(actor, after('contests')),
    conversation.suspensions(actor, after('suspensions')),
    conversation.moderationLog(actor, { act, after: after('log') }),
  ]);
  return { queue, contests, suspensions, log, act: act ?? null };
});

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const failed = await decide(context.services.conversation, actor, await request.formData());
  if (failed) return data(failed, { status: 400 });
  // Back to where each list stood.
  const { pathname, search } = new URL(request.url);
  throw redirect(pathname + search);
});

export { sayInPassing as clientAction } from '#app/shell/forms/without-answer.ts';

/** What was reported, the decision about it, and the log of earlier ones. */
export default function ModerationPage() {
  const t = useT();
  const { queue, contests, suspensions, log, act } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Page title={t('moderation.title')} intro={t('moderation.intro')}>
      <ModerationContests contests={contests} failed={failed} />
      <ModerationReports queue={queue} failed={failed} />
      <ModerationSuspensions suspensions={suspensions} failed={failed} />
      <ModerationLog log={log} act={act} />
    </Page>
  );
}
