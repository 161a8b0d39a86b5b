import { Form } from '@remix-run/react';
import { SettingsSection } from '#app/account/settings-section.tsx';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import type { DefinedField } from '#server/domain/people/fields/company-fields.queries.ts';

type Props = { fields: DefinedField[]; nameOf: (field: DefinedField) => string };

/** Fields off every profile, whose values wait to be deleted, or for the field to be brought back. */
export function RetiredFields({ fields, nameOf }: Props) {
  const t = useT();
  const format = useFormat();
  return (
    <SettingsSection id="retired" title={t('fields.retired')} text={t('fields.retiredText')}>
      <ul className="flex flex-col divide-y divide-line">
        {fields.map((field) => (
          <li
            key={field.slug}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
          >
            <div className="min-w-0 flex-1 basis-56">
              <h3 className="font-medium break-words">{nameOf(field)}</h3>
              <p className="text-meta text-muted">
                {t('fields.keptUntil', { count: field.filled, day: format.date(field.purgedOn ?? '') })}
              </p>
            </div>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="slug" value={field.slug} />
              <Button
                type="submit"
                size="sm"
                name="intent"
                value="bring-back"
                aria-label={t('fields.bringBackName', { name: nameOf(field) })}
              >
                {t('fields.bringBack')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
}
