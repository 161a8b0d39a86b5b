import { Form } from '@remix-run/react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Dotted, useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { IconButton } from '#app/ui/icon-button.tsx';
import type { DefinedField } from '#server/domain/people/fields/company-fields.queries.ts';
import type { FieldsAnswer } from './change-fields.ts';
import { FieldForm } from './field-form.tsx';
import { SHOWN_TO } from './shown-to.ts';

type FieldRowProps = {
  field: DefinedField;
  name: string;
  first: boolean;
  last: boolean;
  failed: FieldsAnswer | undefined;
};

/** A field in use: where it stands, what holds for it, and its form to unfold. */
export function FieldRow({ field, name, first, last, failed }: FieldRowProps) {
  const t = useT();
  const other = name === field.labelDe ? field.labelEn : field.labelDe;
  const visible = (one: DefinedField['widest']) => t(SHOWN_TO[one]);
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <h3 className="font-medium break-words">
            {name} {other !== name && <span className="font-normal text-muted">· {other}</span>}
          </h3>
          <p className="text-meta text-muted">
            <Dotted
              parts={[
                t(field.kind === 'list' ? 'fields.kindList' : 'fields.kindLine'),
                t('fields.shownTo', {
                  usual: visible(field.visibility),
                  most: visible(field.widest),
                }),
                t(field.selfEdited ? 'fields.bySelf' : 'fields.byOperations'),
                t('fields.filled', { count: field.filled }),
              ]}
            />
          </p>
        </div>
        <Form method="post" preventScrollReset className="flex shrink-0 flex-wrap items-center gap-1">
          <input type="hidden" name="slug" value={field.slug} />
          {(
            [
              ['up', t('fields.up', { name }), ArrowUp, first],
              ['down', t('fields.down', { name }), ArrowDown, last],
            ] as const
          ).map(([way, label, Icon, there]) => (
            <IconButton key={way} type="submit" name="intent" value={way} label={label} disabled={there}>
              <Icon aria-hidden="true" />
            </IconButton>
          ))}
          <Button
            type="submit"
            size="sm"
            look="quiet"
            name="intent"
            value="retire"
            aria-label={t('fields.retireName', { name })}
          >
            {t('fields.retire')}
          </Button>
        </Form>
      </div>
      <details className="mt-1" open={failed ? true : undefined} key={JSON.stringify(field)}>
        <summary className="w-fit cursor-pointer rounded-sm text-meta font-medium text-brand-ink">
          {t('fields.change')}
          <span className="sr-only">: {name}</span>
        </summary>
        <div className="mt-3">
          <FieldForm field={field} failed={failed} />
        </div>
      </details>
    </li>
  );
}
