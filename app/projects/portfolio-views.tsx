import { Form, Link, useActionData } from '@remix-run/react';
import { Bookmark, X } from 'lucide-react';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { pillStyle } from '#app/ui/pill.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { action } from './portfolio.route.tsx';

type PortfolioViewsProps = { views: { id: string; name: string; query: string }[]; query: string };

/** The reader's own sets of filters, one press each; nobody else sees them. */
export function PortfolioViews({ views, query }: PortfolioViewsProps) {
  const t = useT();
  const answer = useActionData<typeof action>();
  const error = useFieldError(answer?.errors);
  return (
    <section
      aria-label={t('projects.views')}
      data-no-print
      className="mt-3 flex flex-wrap items-center gap-2"
    >
      {views.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {views.map((view) => (
            <li key={view.id} className="flex items-center">
              <Link
                to={`?${view.query}`}
                aria-current={view.query === query ? 'true' : undefined}
                className={pillStyle({ active: view.query === query })}
              >
                <Bookmark aria-hidden="true" />
                {view.name}
              </Link>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="id" value={view.id} />
                <input type="hidden" name="query" value={query} />
                <Button
                  type="submit"
                  look="quiet"
                  size="sm"
                  aria-label={t('projects.removeView', { name: view.name })}
                >
                  <X aria-hidden="true" />
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <details open={answer?.errors !== undefined}>
        <summary className="w-fit cursor-pointer rounded-sm text-meta font-medium text-brand-ink">
          {t('projects.saveView')}
        </summary>
        <Form method="post" preventScrollReset className="mt-2 flex items-end gap-2" key={views.length}>
          <input type="hidden" name="intent" value="save" />
          <input type="hidden" name="query" value={query} />
          <Field label={t('projects.viewName')} error={error('name') ?? error('form')}>
            <TextInput name="name" required maxLength={60} defaultValue={answer?.values.name} />
          </Field>
          <Button type="submit">{t('common.save')}</Button>
        </Form>
      </details>
    </section>
  );
}
