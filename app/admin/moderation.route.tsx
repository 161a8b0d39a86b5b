import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { ShieldCheck } from 'lucide-react';
import { EntryBody } from '#app/conversation/entry-body.tsx';
import { useFieldError } from '#app/shell/form-errors.tsx';
import { Time, useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { parseForm } from '#app/shell/parse-form.ts';
import { PersonAvatar, PersonLink, usePersonName } from '#app/shell/person.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { reasonSchema } from '#server/domain/conversation/entry.schema.ts';
import type { LogItem, QueueItem } from '#server/domain/conversation/moderation.queries.ts';

export const meta = titled((t) => t('moderation.title'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { conversation } = context.services;
  const [queue, log] = await Promise.all([
    conversation.moderationQueue(actor),
    conversation.moderationLog(actor),
  ]);
  return { queue, log };
});

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  const parsed = parseForm(reasonSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  const { conversation } = context.services;
  const decide = { hide: conversation.hideEntry, dismiss: conversation.dismissReports }[
    String(form.get('intent'))
  ];
  if (!decide) throw new Response(null, { status: 400 });
  await decide(actor, parsed.value);
  throw redirect('/admin/moderation');
});

export { sayInPassing as clientAction } from '#app/shell/without-answer.ts';

/** What was reported, the decision about it, and the log of earlier ones. */
export default function ModerationPage() {
  const t = useT();
  const { queue, log } = useLoaderData<typeof loader>();
  return (
    <Page title={t('moderation.title')} intro={t('moderation.intro')}>
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
      <h2 className="mt-8 mb-2 px-4 text-lead font-semibold md:px-0">{t('moderation.log')}</h2>
      <Card edgeToEdge>
        {log.length === 0 ? (
          <p className="text-muted">{t('moderation.logEmpty')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {log.map((act) => (
              <LogLine key={act.id} act={act} />
            ))}
          </ul>
        )}
      </Card>
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

const ACTS = {
  hide: 'moderation.actHide',
  restore: 'moderation.actRestore',
  dismiss: 'moderation.actDismiss',
} as const;
const KINDS = {
  post: 'moderation.kindPost',
  status: 'moderation.kindStatus',
  pin: 'moderation.kindPin',
  comment: 'moderation.kindComment',
  answer: 'moderation.kindAnswer',
} as const;

function LogLine({ act }: { act: LogItem }) {
  const t = useT();
  const nameOf = usePersonName();
  return (
    <li className="py-2.5 first:pt-0 last:pb-0">
      <p>
        {t(ACTS[act.act], { name: nameOf(act.moderator), kind: t(KINDS[act.entryKind]) })}
        <span className="text-meta text-muted">
          {' · '}
          <Time at={act.at} />
        </span>
      </p>
      <p className="text-meta text-soft" dir="auto">
        {act.reason}
      </p>
    </li>
  );
}
