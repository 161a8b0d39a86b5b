import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { FormRefusal } from '#app/account/form-refusal.tsx';
import type { Refusal } from '#app/account/refusal.ts';
import { SettingsSection } from '#app/account/settings-section.tsx';
import { HueField } from '#app/setup/hue-field.tsx';
import { LanguageFields } from '#app/setup/language-fields.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { parseForm } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { companyFormSchema } from '#server/domain/settings/settings.schema.ts';
import { ReactionsField } from './reactions-field.tsx';

export const meta = titled((t) => t('admin.company'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const { companyName, brandHue, defaultLanguage, germanTone, reactions } =
    await context.services.settings.toChange(actor);
  return { companyName, brandHue, defaultLanguage, germanTone, reactions };
});

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  const parsed = parseForm(companyFormSchema, form);
  if (!parsed.ok) {
    const values = { ...parsed.values, reactions: form.getAll('reaction[]').join(' ') };
    return data<Refusal>({ errors: parsed.errors, values }, { status: 400 });
  }
  const { reaction: reactions, ...settings } = parsed.value;
  await context.services.settings.change(actor, { ...settings, reactions });
  return redirect('/admin/company', 303);
});

/** Name, colour and languages of the company. The page loads anew: its own colour may have changed. */
export default function Company() {
  const t = useT();
  const settings = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const errorOf = useFieldError(refusal?.errors);
  return (
    <Page title={t('admin.company')} intro={t('admin.companyIntro')}>
      <Form method="post" reloadDocument className="flex flex-col gap-5">
        <FormRefusal refusal={refusal} />
        <SettingsSection id="name" title={t('setup.companyTitle')} text={t('setup.companyText')}>
          <div className="flex flex-col gap-5">
            <Field label={t('setup.companyName')} error={errorOf('companyName')}>
              <TextInput
                id="companyName"
                name="companyName"
                required
                maxLength={80}
                defaultValue={refusal?.values.companyName ?? settings.companyName}
              />
            </Field>
            <HueField initial={settings.brandHue} error={errorOf('brandHue')} />
          </div>
        </SettingsSection>
        <SettingsSection id="languages" title={t('setup.languageTitle')} text={t('setup.languageText')}>
          <LanguageFields language={settings.defaultLanguage} tone={settings.germanTone} />
        </SettingsSection>
        <SettingsSection id="reactions" title={t('admin.reactions')} text={t('admin.reactionsText')}>
          <ReactionsField
            chosen={refusal?.values.reactions?.split(' ') ?? settings.reactions}
            error={errorOf('reaction')}
          />
        </SettingsSection>
        <p className="px-4 md:px-0">
          <Button type="submit" look="primary">
            {t('common.save')}
          </Button>
        </p>
      </Form>
    </Page>
  );
}
