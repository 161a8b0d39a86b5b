import { Form } from '@remix-run/react';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { ColumnView, ImportView } from '#server/domain/imports/import.view.ts';

const KINDS = ['organisation', 'people', 'projects'] as const;

type Props = {
  view: ImportView;
  errors: Record<string, string[]> | undefined;
  /** What was chosen and refused. */
  typed: Record<string, string> | undefined;
};

/** What each column is read as; folded away once it suffices, for it is mostly right. */
export function ImportColumns({ view, errors, typed }: Props) {
  const t = useT();
  const { run, columns, missing } = view;
  const read = columns.filter((column) => column.field !== null).length;
  const sourceError = errors?.source?.[0];
  return (
    <Card as="section" aria-labelledby="columns-title" edgeToEdge>
      <h2 id="columns-title" className="text-lead font-semibold">
        {t('import.columnsTitle')}
      </h2>
      <p className="mt-1 text-meta text-soft">
        {t('import.columnsRead', { read, count: columns.length })}{' '}
        {view.remembered && t('import.columnsRemembered')}
      </p>
      <details open={missing !== null || sourceError !== undefined} className="group mt-2">
        <summary className="flex min-h-8 w-fit cursor-pointer items-center rounded-sm text-meta font-medium text-brand-ink hover:underline">
          {t('import.columnsChange')}
        </summary>
        {/* A new key takes over what the server made of the choice. */}
        <Form method="post" preventScrollReset key={run.kind} className="mt-3 flex flex-col gap-4">
          <input type="hidden" name="intent" value="columns" />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('import.kind')}>
              <Select name="kind" defaultValue={typed?.kind ?? run.kind}>
                {KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`import.kind_${kind}`)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field
              label={t('import.source')}
              hint={t('import.sourceHint')}
              error={sourceError === undefined ? undefined : t.maybe(sourceError)}
            >
              <TextInput
                id="source"
                name="source"
                defaultValue={typed?.source ?? run.source}
                required
                maxLength={40}
                autoComplete="off"
              />
            </Field>
          </div>
          <p className="text-meta text-soft">{t('import.columnsText')}</p>
          <ul className="divide-y divide-line border-y border-line">
            {columns.map((column) => (
              <ColumnLine key={column.header} column={column} fields={view.fields} typed={typed} />
            ))}
          </ul>
          {columns.some((column) => column.pay) && (
            <p className="text-meta text-muted">{t('import.payText')}</p>
          )}
          <div>
            <Button type="submit">{t('import.columnsSave')}</Button>
          </div>
        </Form>
      </details>
    </Card>
  );
}

type ColumnLineProps = { column: ColumnView; fields: ImportView['fields']; typed: Props['typed'] };

function ColumnLine({ column, fields, typed }: ColumnLineProps) {
  const t = useT();
  const name = `column:${column.header}`;
  return (
    <li className="grid items-center gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="min-w-0">
        <p className="font-medium break-words" dir="auto">
          {column.header}
        </p>
        <p className="truncate text-meta text-muted" dir="auto">
          {column.pay ? t('import.pay') : column.samples.join(' · ')}
        </p>
      </div>
      <Select
        controlSize="sm"
        name={name}
        defaultValue={typed?.[name] ?? column.field ?? ''}
        aria-label={t('import.readAsLabel', { column: column.header })}
      >
        <option value="">{t('import.leftOut')}</option>
        {fields.map((field) => (
          <option key={field} value={field}>
            {t(`import.field_${field}`)}
          </option>
        ))}
      </Select>
    </li>
  );
}
