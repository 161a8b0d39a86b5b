import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { SettingsSection } from '#app/account/settings-section.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { titled } from '#app/shell/meta.ts';
import { Page } from '#app/shell/page.tsx';
import { withErrors } from '#app/shell/with-errors.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { changeFields } from './change-fields.ts';
import { FieldForm } from './field-form.tsx';
import { FieldRow } from './field-row.tsx';
import { RetiredFields } from './retired-fields.tsx';

export const meta = titled((t) => t('fields.title'));

export const loader = withErrors(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  return { fields: await context.services.fields.defined(actor), language: actor.language };
});

export const action = withErrors(async ({ context, request }: ActionFunctionArgs) => {
  const actor = requireActor(context, request);
  return changeFields(context, actor, await request.formData());
});

export { sayAtForm as clientAction } from '#app/shell/forms/without-answer.ts';

/** The company's own profile fields: what they are called, who writes them, who may see them at most. */
export default function Fields() {
  const t = useT();
  const { fields, language } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const used = fields.filter((field) => !field.purgedOn);
  const retired = fields.filter((field) => field.purgedOn);
  const nameOf = (field: { labelDe: string; labelEn: string }) =>
    language === 'de' ? field.labelDe : field.labelEn;
  const justRetired = answer?.retired && retired.find((field) => field.slug === answer.slug);
  return (
    <Page title={t('fields.title')} intro={t('fields.intro')}>
      <div role="status" className="empty:hidden">
        {justRetired && (
          <Notice tone="ok" className="mx-4 mb-4 md:mx-0">
            <Form method="post" className="flex flex-wrap items-center justify-between gap-2">
              <input type="hidden" name="slug" value={justRetired.slug} />
              {t('fields.retiredNow', { name: nameOf(justRetired) })}
              <Button type="submit" size="sm" name="intent" value="bring-back">
                {t('common.undo')}
              </Button>
            </Form>
          </Notice>
        )}
      </div>
      <div className="flex flex-col gap-4">
        <SettingsSection id="used" title={t('fields.used')} text={t('fields.usedText')}>
          {used.length === 0 && <p className="text-soft">{t('fields.none')}</p>}
          <ul className="flex flex-col divide-y divide-line">
            {used.map((field, place) => (
              <FieldRow
                key={field.slug}
                field={field}
                name={nameOf(field)}
                first={place === 0}
                last={place === used.length - 1}
                failed={answer?.errors && answer.slug === field.slug ? answer : undefined}
              />
            ))}
          </ul>
        </SettingsSection>
        <SettingsSection id="new" title={t('fields.add')} text={t('fields.addText')}>
          <FieldForm key={fields.length} failed={answer?.errors && answer.slug === '' ? answer : undefined} />
        </SettingsSection>
        {retired.length > 0 && <RetiredFields fields={retired} nameOf={nameOf} />}
      </div>
    </Page>
  );
}
