import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { FormRefusal } from '#app/account/form-refusal.tsx';
import { refused } from '#app/account/refusal.ts';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { typedTexts } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { titled } from '#app/shell/meta.ts';
import { withErrors } from '#app/shell/with-errors.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { AdministratorFields } from './administrator-fields.tsx';
import { HueField } from './hue-field.tsx';
import { LanguageFields } from './language-fields.tsx';
import { readSetupForm, type SetupAnswer, typedSites } from './read-setup-form.ts';
import { SampleOffer } from './sample-offer.tsx';
import { SetupFrame } from './setup-frame.tsx';
import { SetupSection } from './setup-section.tsx';
import { SitesField } from './sites-field.tsx';

export const handle = { bare: true };
export const meta = titled((t) => t('setup.title'));

export const loader = withErrors(async ({ context }: LoaderFunctionArgs) => {
  const { setup } = context.services;
  const sample = setup.sampleState();
  if (sample === 'loading') throw redirect('/setup/sample');
  if (!(await setup.isOpen())) throw redirect(context.actor ? '/' : '/sign-in');
  return {
    needsCode: !context.visitor.local,
    timeZones: Intl.supportedValuesOf('timeZone'),
    language: context.locale.language,
    sampleFailed: sample === 'failed',
  };
});

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const form = await request.formData();
  const { services, session, visitor } = context;
  const typed = { values: typedTexts(form, SECRET), sites: typedSites(form) };
  try {
    if (form.get('intent') === 'sample') {
      await services.setup.openSample(visitor, typed.values.setupCode);
      return redirect('/setup/sample', 303);
    }
    if (form.get('intent') === 'add-site') {
      const sites = [...typed.sites, { name: '', timeZone: '', region: '' }];
      return data<SetupAnswer>({ ...typed, sites, errors: {} });
    }
    const parsed = readSetupForm(form);
    if (!parsed.ok) {
      return data<SetupAnswer>({ ...typed, errors: parsed.errors }, { status: 400 });
    }
    session.start(await services.setup.setUp(visitor, parsed.value));
  } catch (error) {
    const { data: refusal, init } = refused(error, typed.values);
    return data<SetupAnswer>({ ...typed, ...refusal }, init ?? {});
  }
  return redirectDocument('/setup/done', 303);
});

/** The code from the server's own screen is no secret of whoever types it. */
const SECRET = /password|repeated/;

/** The first page of a fresh house: one calm form, top to bottom. */
export default function Setup() {
  const t = useT();
  const { needsCode, timeZones, language, sampleFailed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errorOf = useFieldError(answer?.errors);
  const values: Record<string, string> = answer?.values ?? {};
  const busy = useNavigation().state === 'submitting';
  return (
    <SetupFrame title={t('setup.welcome')} intro={t('setup.intro')}>
      <Form method="post" reloadDocument className="flex flex-col gap-5">
        {/* Enter presses the first button of a form: it shall be "open", not the sample. */}
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
        {answer && Object.keys(answer.errors).length > 0 && <FormRefusal refusal={answer} />}
        {needsCode && (
          <SetupSection title={t('setup.codeTitle')} text={t('setup.codeText')}>
            <Field label={t('setup.code')} error={errorOf('setupCode')}>
              <TextInput
                id="setupCode"
                name="setupCode"
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                defaultValue={values.setupCode}
                className="h-11 max-w-80 font-mono tracking-wider uppercase"
              />
            </Field>
          </SetupSection>
        )}
        <SampleOffer failed={sampleFailed} />
        <SetupSection number={1} title={t('setup.companyTitle')} text={t('setup.companyText')}>
          <Field label={t('setup.companyName')} error={errorOf('companyName')}>
            <TextInput
              id="companyName"
              name="companyName"
              required
              maxLength={80}
              autoComplete="organization"
              defaultValue={values.companyName}
              className="h-11"
            />
          </Field>
          <HueField initial={Number(values.brandHue ?? 205)} error={errorOf('brandHue')} />
        </SetupSection>
        <SetupSection number={2} title={t('setup.languageTitle')} text={t('setup.languageText')}>
          <LanguageFields language={values.defaultLanguage ?? language} tone={values.germanTone ?? 'du'} />
        </SetupSection>
        <SetupSection number={3} title={t('setup.sitesTitle')} text={t('setup.sitesText')}>
          <SitesField sites={answer?.sites ?? []} timeZones={timeZones} errorOf={errorOf} />
        </SetupSection>
        <SetupSection number={4} title={t('setup.youTitle')} text={t('setup.youText')}>
          <AdministratorFields values={values} errorOf={errorOf} />
        </SetupSection>
        <div className="flex flex-wrap items-center gap-4 pt-1">
          <Button type="submit" look="primary" size="lg" busy={busy}>
            {t('setup.open')}
          </Button>
          <p className="text-meta text-muted">{t('setup.changeable')}</p>
        </div>
      </Form>
    </SetupFrame>
  );
}
