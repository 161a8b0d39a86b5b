import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { Download } from 'lucide-react';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { parseForm, typedTexts } from '#app/shell/forms/parse-form.ts';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { PersonLink } from '#app/shell/person.tsx';
import { fieldErrors, withErrors } from '#app/shell/with-errors.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { Progress } from '#app/ui/progress.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { paperSchema } from '#server/domain/must-read/must-read.schema.ts';
import { countRows, wholeInWords } from './count-rows.ts';
import { CountTable } from './count-table.tsx';

export const meta = titled((t) => t('mustRead.title'));

export const loader = withErrors(async ({ context, params, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const id = params.id ?? '';
  return { id, view: await context.services.mustRead.confirmations(actor, id) };
});

/** Enters what somebody has signed on paper. */
export const action = withErrors(async ({ context, params, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  const parsed = parseForm(paperSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  try {
    await context.services.mustRead.confirmOnPaper(actor, params.id ?? '', parsed.value.person);
  } catch (error) {
    return data({ errors: fieldErrors(error), values: typedTexts(form) }, { status: 400 });
  }
  throw redirect(`/posts/${params.id}/confirmations`);
});

export { sayAtForm as clientAction } from '#app/shell/forms/without-answer.ts';

/** How far the reading of a post is: numbers for all, names only where a works agreement allows them. */
export default function ConfirmationsPage() {
  const t = useT();
  const format = useFormat();
  const { id, view } = useLoaderData<typeof loader>();
  const { sites, units } = countRows(t, view);
  const whole = wholeInWords(t, view);
  return (
    <Page>
      <BackLink to={`/posts/${id}`} className="mx-4 mb-3 md:mx-0">
        {t('mustRead.toPost')}
      </BackLink>
      <Card className="flex flex-col gap-5">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div>
            <h1 className="text-title font-semibold">{t('mustRead.title')}</h1>
            <p className="text-meta text-muted">{t('mustRead.due', { when: format.due(view.dueAt) })}</p>
          </div>
          <a
            href={`/posts/${id}/confirmations.csv`}
            download
            className={`${buttonStyle({ size: 'sm' })} print:hidden`}
          >
            <Download aria-hidden="true" />
            CSV
          </a>
        </div>
        <div className="flex flex-col gap-1.5">
          <p className="text-lead font-semibold tabular-nums">{whole}</p>
          {view.confirmed !== null && (
            <Progress label={whole} done={view.confirmed} total={Math.max(view.must, 1)} />
          )}
        </div>
        {view.ways && <p className="text-meta text-soft">{t('mustRead.ways', view.ways)}</p>}
        {view.earlierWording > 0 && (
          <p className="text-meta text-soft">
            {t('mustRead.earlierWording', { count: view.earlierWording })}
          </p>
        )}
        <CountTable title={t('mustRead.bySite')} counts={sites} />
        <CountTable title={t('mustRead.byUnit')} counts={units} />
        {[view, ...sites, ...units].some(({ confirmed }) => confirmed === null) && (
          <p className="text-meta text-muted">{t('mustRead.withheldWhy')}</p>
        )}
        <section>
          <h2 className="mb-1 font-semibold">{t('mustRead.open')}</h2>
          {view.open === null ? (
            <p className="text-meta text-muted">{t('mustRead.noNames')}</p>
          ) : (
            <ul className="columns-2 gap-6 max-sm:columns-1">
              {view.open.map(({ person, site }) => (
                <li key={person.id} className="py-0.5">
                  <PersonLink person={person} /> <span className="text-meta text-muted">{site}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <PaperForm />
      </Card>
    </Page>
  );
}

function PaperForm() {
  const t = useT();
  const failed = useActionData<typeof action>();
  const errorOf = useFieldError(failed?.errors);
  const busy = useNavigation().state === 'submitting';
  return (
    <Form method="post" className="flex flex-wrap items-end gap-3 border-t border-line pt-4 print:hidden">
      <Field
        label={t('mustRead.paper')}
        hint={t('mustRead.paperHint')}
        error={errorOf('person')}
        className="min-w-56 flex-1"
      >
        <TextInput
          name="person"
          required
          maxLength={100}
          placeholder="@"
          defaultValue={failed?.values.person}
        />
      </Field>
      <Button type="submit" busy={busy}>
        {t('mustRead.enter')}
      </Button>
    </Form>
  );
}
