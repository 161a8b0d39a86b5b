import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { FormErrorSummary } from '#app/shell/forms/form-error-summary.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { parseForm, typedTexts } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { fieldErrors, withErrors } from '#app/shell/with-errors.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { noticeSchema } from '#server/domain/statutory/notice.schema.ts';

export const meta = titled((t) => t('statutory.hang'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  context.services.statutory.assertMayHang(actor);
  const sites = await context.services.organisation.sites();
  return { sites: sites.map(({ id, name }) => ({ id, name })) };
});

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  context.services.statutory.assertMayHang(actor);
  const form = await request.formData();
  const parsed = parseForm(noticeSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  try {
    const { id } = await context.services.statutory.hang(actor, parsed.value);
    return redirect(`/notices/${id}`);
  } catch (error) {
    return data({ errors: fieldErrors(error), values: typedTexts(form) }, { status: 400 });
  }
});

export { sayAtForm as clientAction } from '#app/shell/forms/without-answer.ts';

const LANGUAGES = [
  { lang: 'de', title: 'titleDe', text: 'textDe', legend: 'statutory.inGerman' },
  { lang: 'en', title: 'titleEn', text: 'textEn', legend: 'statutory.inEnglish' },
] as const;

/** A new notice: in one language or both, where, and from when until when. */
export default function NewNotice() {
  const t = useT();
  const { sites } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errorOf = useFieldError(answer?.errors);
  const values: Record<string, string> = answer?.values ?? {};
  return (
    <Page title={t('statutory.hang')} intro={t('statutory.hangIntro')}>
      <BackLink to="/notices" className="mx-4 mb-3 md:mx-0">
        {t('statutory.title')}
      </BackLink>
      <Card edgeToEdge>
        <Form method="post" className="flex flex-col gap-5">
          <FormErrorSummary errors={answer?.errors} />
          {LANGUAGES.map(({ lang, title, text, legend }) => (
            <fieldset key={lang} className="flex flex-col gap-3">
              <legend className="mb-2 font-semibold">{t(legend)}</legend>
              <Field label={t('statutory.noticeTitle')} error={errorOf(title)}>
                <TextInput id={title} name={title} lang={lang} maxLength={200} defaultValue={values[title]} />
              </Field>
              <Field label={t('statutory.text')} error={errorOf(text)}>
                <TextArea
                  id={text}
                  name={text}
                  lang={lang}
                  rows={6}
                  maxLength={20_000}
                  defaultValue={values[text]}
                />
              </Field>
            </fieldset>
          ))}
          <div className="grid gap-4 sm:grid-cols-3">
            <Field label={t('statutory.site')} error={errorOf('siteId')}>
              <Select id="siteId" name="siteId" defaultValue={values.siteId ?? ''}>
                <option value="">{t('statutory.allSites')}</option>
                {sites.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={t('statutory.validFrom')} error={errorOf('validFrom')}>
              <TextInput
                id="validFrom"
                name="validFrom"
                type="date"
                required
                defaultValue={values.validFrom}
              />
            </Field>
            <Field
              label={t('statutory.validUntil')}
              note={t('common.optional')}
              error={errorOf('validUntil')}
            >
              <TextInput id="validUntil" name="validUntil" type="date" defaultValue={values.validUntil} />
            </Field>
          </div>
          <div>
            <Button type="submit" look="primary">
              {t('statutory.hang')}
            </Button>
          </div>
        </Form>
      </Card>
    </Page>
  );
}
