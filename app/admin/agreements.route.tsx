import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { SettingsSection } from '#app/account/settings-section.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { parseForm, typedTexts } from '#app/shell/forms/parse-form.ts';
import { type MessageKey, useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { fieldErrors, withErrors } from '#app/shell/with-errors.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { FEATURES, type Feature, switchSchema } from '#server/domain/organisation/sites/features.schema.ts';
import type { SwitchView } from '#server/domain/organisation/sites/switches.queries.ts';

export const meta = titled((t) => t('admin.agreements'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  return { switches: await context.services.organisation.switches(actor) };
});

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  const form = await request.formData();
  const parsed = parseForm(switchSchema, form);
  if (!parsed.ok) return data({ errors: parsed.errors, values: parsed.values }, { status: 400 });
  try {
    await context.services.organisation.switchFeature(actor, parsed.value);
  } catch (error) {
    return data({ errors: fieldErrors(error), values: typedTexts(form) }, { status: 400 });
  }
  throw redirect('/admin/agreements');
});

export { sayAtForm as clientAction } from '#app/shell/forms/without-answer.ts';

const WORDS: Record<Feature, { title: MessageKey; text: MessageKey }> = {
  must_read_names: { title: 'admin.mustReadNames', text: 'admin.mustReadNamesText' },
  search_by_author: { title: 'admin.searchByAuthor', text: 'admin.searchByAuthorText' },
  presence: { title: 'admin.presence', text: 'admin.presenceText' },
  answer_times: { title: 'admin.answerTimes', text: 'admin.answerTimesText' },
};

/** What watches people: off everywhere, until a site's works agreement is named. */
export default function Agreements() {
  const t = useT();
  const { switches } = useLoaderData<typeof loader>();
  return (
    <Page title={t('admin.agreements')} intro={t('admin.agreementsIntro')}>
      <div className="flex flex-col gap-4">
        {FEATURES.map((feature) => (
          <SettingsSection
            key={feature}
            id={feature.replaceAll('_', '-')}
            title={t(WORDS[feature].title)}
            text={t(WORDS[feature].text)}
          >
            <ul className="flex flex-col divide-y divide-line">
              {switches
                .filter((one) => one.feature === feature)
                .map((one) => (
                  <li key={one.siteId} className="py-4 first:pt-0 last:pb-0">
                    <SwitchForm given={one} />
                  </li>
                ))}
            </ul>
          </SettingsSection>
        ))}
      </div>
    </Page>
  );
}

function SwitchForm({ given }: { given: SwitchView }) {
  const t = useT();
  const { siteId, site, feature, enabled, agreement, agreedOn } = given;
  const answer = useActionData<typeof action>();
  const failed = answer?.values.siteId === siteId && answer.values.feature === feature ? answer : undefined;
  const errorOf = useFieldError(failed?.errors);
  const sent = useNavigation().formData;
  const busy = sent?.get('siteId') === siteId && sent.get('feature') === feature;
  const id = (name: string) => `${name}-${feature}-${siteId}`;
  return (
    <Form method="post" className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <input type="hidden" name="siteId" value={siteId} />
      <input type="hidden" name="feature" value={feature} />
      <Checkbox
        id={id('enabled')}
        name="enabled"
        label={site}
        defaultChecked={failed ? failed.values.enabled === 'on' : enabled}
        className="w-32 pt-7 max-sm:w-full max-sm:pt-0"
      />
      <Field label={t('admin.agreement')} error={errorOf('agreement')} className="min-w-40 flex-1">
        <TextInput
          id={id('agreement')}
          name="agreement"
          maxLength={200}
          defaultValue={failed?.values.agreement ?? agreement}
        />
      </Field>
      <Field label={t('admin.agreedOn')} error={errorOf('agreedOn')}>
        <TextInput
          id={id('agreed-on')}
          type="date"
          name="agreedOn"
          defaultValue={failed?.values.agreedOn ?? agreedOn}
          className="w-40"
        />
      </Field>
      <Button type="submit" busy={busy} className="sm:mt-6">
        {t('common.save')}
      </Button>
    </Form>
  );
}
