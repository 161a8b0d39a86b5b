import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { type FormErrors, typedTexts } from '#app/shell/forms/parse-form.ts';
import { Dotted, useFormat, useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { asDomainError, withErrors } from '#app/shell/with-errors.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { ImportView } from '#server/domain/imports/import.view.ts';
import { ImportApply } from './import-apply.tsx';
import { ImportChanges } from './import-changes.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportDecisions } from './import-decisions.tsx';
import { readChoice, readFilter } from './import-form.ts';
import { ImportApplied, ImportUndone } from './import-outcome.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportStateBadge } from './import-state-badge.tsx';

export const meta = titled<{ view: ImportView }>((_t, { view }) => view.run.fileName);

export const loader = withErrors(async ({ context, request, params }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const filter = readFilter(new URL(request.url).searchParams);
  const view = await context.timing.measure('import', () =>
    context.services.imports.read(actor, params.id ?? '', filter),
  );
  return { view };
});

type Answer = { message?: string; errors?: FormErrors; values: Record<string, string> };

export const action = withErrors(async ({ context, request, params }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const { imports } = context.services;
  const form = await request.formData();
  const id = params.id ?? '';
  try {
    // A pressed button's intent comes after the form's own.
    switch (form.getAll('intent').at(-1)) {
      case 'columns':
      case 'remedies':
        await imports.choose(actor, id, readChoice(form));
        break;
      case 'suggest':
        await imports.suggest(actor, id);
        break;
      case 'apply':
        await imports.apply(actor, id, String(form.get('digest') ?? ''));
        break;
      case 'undo':
        await imports.undo(actor, id);
        break;
      case 'discard':
        await imports.discard(actor, id);
        return redirect('/admin/import', 303);
      default:
        throw new Response(null, { status: 400 });
    }
  } catch (error) {
    const told = asDomainError(error);
    const answer: Answer = {
      values: typedTexts(form),
      ...(told?.details?.message ? { message: told.details.message } : {}),
      ...(told?.details?.fields ? { errors: told.details.fields } : {}),
    };
    if (told?.code === 'conflict' || told?.code === 'gone') return data(answer, { status: 409 });
    if (told?.code === 'invalid') return data(answer, { status: 400 });
    throw error;
  }
  return redirect(`/admin/import/${id}`, 303);
});

export { sayInPassing as clientAction } from '#app/shell/forms/without-answer.ts';

export default function ImportRun() {
  const { view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const t = useT();
  const { run, dryRun, applied } = view;
  const waiting = run.state === 'planned' || run.state === 'failed';
  return (
    <Page rail={waiting && dryRun && <ImportApply dryRun={dryRun} />}>
      <Heading view={view} />
      <div className="flex flex-col gap-4">
        {run.state === 'failed' && (
          <Notice tone="bad">
            <p className="font-semibold">{t('import.failedTitle')}</p>
            <p>{t.maybe(run.error ?? 'import.errorFailed')}</p>
          </Notice>
        )}
        {answer?.message && <Notice tone="warn">{t.maybe(answer.message)}</Notice>}
        {waiting && view.missing && (
          <Notice tone="warn">
            {t('import.missing', {
              fields: view.missing.map((field) => t(`import.field_${field}`)).join(` ${t('import.or')} `),
            })}
          </Notice>
        )}
        {run.state === 'applying' && <ImportProgress run={run} />}
        {run.state === 'applied' && <ImportApplied view={view} />}
        {run.state === 'undone' && <ImportUndone view={view} />}
        {waiting && <ImportColumns view={view} errors={answer?.errors} typed={answer?.values} />}
        {dryRun && <ImportDecisions dryRun={dryRun} />}
        {dryRun && !dryRun.nothing && (
          <ImportChanges
            title={t('import.changesTitle')}
            page={dryRun.changes}
            counts={dryRun.counts}
            runId={run.id}
          />
        )}
        {applied && run.state === 'applied' && (
          <ImportChanges
            title={t('import.changesTitle')}
            page={applied.changes}
            counts={run.counts}
            runId={run.id}
          />
        )}
      </div>
    </Page>
  );
}

const DELIMITERS = {
  ',': 'import.delimiterComma',
  ';': 'import.delimiterSemicolon',
  '\t': 'import.delimiterTab',
  '|': 'import.delimiterPipe',
} as const;

function Heading({ view }: { view: ImportView }) {
  const t = useT();
  const format = useFormat();
  const { run } = view;
  return (
    <header className="mb-4 px-4 md:px-0">
      <BackLink to="/admin/import">{t('import.backToList')}</BackLink>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h1 className="min-w-0 text-title font-semibold break-words">{run.fileName}</h1>
        <ImportStateBadge state={run.state} />
      </div>
      <p className="mt-1 text-meta text-muted">
        <Dotted
          parts={[
            t(`import.kind_${run.kind}`),
            t('import.rows', { count: run.rows }),
            t('import.sourceIs', { source: run.source }),
            t('import.format', {
              encoding: view.format.encoding.toUpperCase().replace('-BOM', ''),
              delimiter: t(DELIMITERS[view.format.delimiter]),
            }),
            format.dateTime(run.appliedAt ?? run.createdAt),
          ]}
        />
      </p>
    </header>
  );
}
