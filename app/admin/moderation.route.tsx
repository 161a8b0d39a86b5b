import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { ShieldCheck } from 'lucide-react';
import { EntryBody } from '#app/conversation/entry-body.tsx';
import { useFieldError } from '#app/shell/form-errors.tsx';
import { Time, useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { PersonAvatar, PersonLink, usePersonName } from '#app/shell/person.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { QueueItem } from '#server/domain/conversation/moderation.queries.ts';
import { decide } from './moderation-action.ts';
import { ModerationContests } from './moderation-contests.tsx';
import { ModerationLog, readAct } from './moderation-log.tsx';
import { ModerationSuspensions } from './moderation-suspensions.tsx';

export const meta = titled((t) => t('moderation.title'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { conversation } = context.services;
  const act = readAct(new URL(request.url).searchParams.get('act'));
  const [queue, contests, suspensions, log] = await Promise.all([
    conversation.moderationQueue(actor),
    conversation.contests(actor),
    conversation.suspensions(actor),
    conversation.moderationLog(actor, act),
  ]);
  return { queue, contests, suspensions, log, act: act ?? null };
});

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const failed = await decide(context.services.conversation, actor, await request.formData());
  if (failed) return data(failed, { status: 400 });
  throw redirect('/admin/moderation');
});

export { sayInPassing as clientAction } from '#app/shell/without-answer.ts';

/** What was reported, the decision about it, and the log of earlier ones. */
export default function ModerationPage() {
  const t = useT();
  const { queue, contests, suspensions, log, act } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Page title={t('moderation.title')} intro={t('moderation.intro')}>
      <ModerationContests contests={contests} failed={failed} />
      {queue.length === 0 ? (
        <Card edgeToEdge>
          <EmptyState icon={ShieldCheck} title={t('moderation.empty')}>
            {t('moderation.emptyText')}
          </EmptyState>
        </Card>
      ) : (
        <ul className="flex flex-col gap-3">
          {queue.map((item) => (
            <li key={item.entry.id}>
              <Reported item={item} />
            </li>
          ))}
        </ul>
      )}
      <ModerationSuspensions suspensions={suspensions} failed={failed} />
      <ModerationLog log={log} act={act} />
    </Page>
  );
}

function Reported({ item }: { item: QueueItem }) {
  const t = useT();
  const nameOf = usePersonName();
  const failed = useActionData<typeof action>();
  const mine = failed?.values.entryId === item.entry.id ? failed : undefined;
  const errorOf = useFieldError(mine?.errors);
  const { entry } = item;
  return (
    <Card as="article" edgeToEdge>
      <div className="flex gap-3">
        <PersonAvatar person={entry.author} />
        <div className="min-w-0 flex-1">
          <p className="text-meta text-muted">
            <PersonLink person={entry.author} className="text-ink" /> · <Time at={entry.at} /> ·{' '}
            <Link to={`/posts/${entry.id}`} className="text-brand-ink underline">
              {t('moderation.openThread')}
            </Link>
          </p>
          <EntryBody entry={entry} />
        </div>
      </div>
      <ul className="mt-3 flex flex-col gap-2 rounded-md bg-warn-soft p-3">
        {item.reports.map((report) => (
          <li key={report.by.id}>
            <p className="text-meta font-medium text-warn">
              {t('moderation.reportedBy', { name: nameOf(report.by) })} · <Time at={report.at} />
            </p>
            <p dir="auto">{report.reason}</p>
          </li>
        ))}
      </ul>
      <Form method="post" className="mt-3 flex flex-wrap items-end gap-2">
        <input type="hidden" name="entryId" value={entry.id} />
        <Field
          label={t('moderation.decision')}
          error={errorOf('reason')}
          className="min-w-52 flex-1 max-sm:basis-full"
        >
          <TextInput name="reason" required maxLength={500} defaultValue={mine?.values.reason} />
        </Field>
        <Button type="submit" name="intent" value="dismiss">
          {t('moderation.dismiss')}
        </Button>
        {entry.abilities.hide && (
          <Button type="submit" name="intent" value="hide" look="danger">
            {t('moderation.hide')}
          </Button>
        )}
      </Form>
    </Card>
  );
}
