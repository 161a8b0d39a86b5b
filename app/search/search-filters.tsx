import { Link } from '@remix-run/react';
import { ColleagueField } from '#app/conversation/colleague-field.tsx';
import { useFieldError } from '#app/shell/forms/form-errors.tsx';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { useT } from '#app/shell/i18n.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { isNarrowed, type SearchQuery, searchAddress } from './search-address.ts';

type Choice = { id: string; name: string };
export type SearchChoices = {
  units: Choice[];
  projects: Choice[];
  /** Posts of others can be asked for by their author, where their site allows it. */
  authors: boolean;
  /** My own handle. */
  me: string;
};

type Props = { query: SearchQuery; choices: SearchChoices; errors: FormErrors | undefined };

/** Unit, project, author and time; part of the form of the question, so that one press asks for all of it. */
export function SearchFilters({ query, choices, errors }: Props) {
  const t = useT();
  const errorOf = useFieldError(errors);
  const { unit, project, author, from, to } = query;
  return (
    <details open={isNarrowed(query)} className="rounded-control px-4 md:px-0">
      <summary className="w-fit cursor-pointer rounded-sm text-meta font-medium text-brand-ink">
        {t('search.narrow')}
      </summary>
      <div className="mt-3 grid grid-cols-2 items-start gap-3 sm:grid-cols-4">
        <Choose
          name="unit"
          label={t('search.unit')}
          any={t('search.anyUnit')}
          value={unit}
          choices={choices.units}
        />
        <Choose
          name="project"
          label={t('search.project')}
          any={t('search.anyProject')}
          value={project}
          choices={choices.projects}
        />
        <Field label={t('search.from')}>
          <TextInput key={from} type="date" name="from" defaultValue={from} max={to} />
        </Field>
        <Field label={t('search.to')}>
          <TextInput key={to} type="date" name="to" defaultValue={to} min={from} />
        </Field>
        {choices.authors || errors?.author ? (
          <ColleagueField
            key={author}
            name="author"
            label={t('search.author')}
            placeholder={t('search.authorPlaceholder')}
            error={errorOf('author')}
            before={author}
            className="col-span-2"
          />
        ) : (
          <Checkbox
            key={author}
            id="author"
            name="author"
            value={`@${choices.me}`}
            label={t('search.mine')}
            defaultChecked={author !== undefined}
            className="col-span-2"
          />
        )}
        <div className="col-span-2 flex flex-wrap justify-end gap-2 self-end">
          {isNarrowed(query) && (
            <Link
              to={searchAddress({ q: query.q, kind: query.kind })}
              className={buttonStyle({ look: 'quiet' })}
            >
              {t('search.clear')}
            </Link>
          )}
          <Button type="submit">{t('search.apply')}</Button>
        </div>
      </div>
    </details>
  );
}

type ChooseProps = { name: string; label: string; any: string; value?: string; choices: Choice[] };

function Choose({ name, label, any, value = '', choices }: ChooseProps) {
  if (choices.length === 0) return null;
  return (
    <Field label={label} className="min-w-0">
      <Select key={value} name={name} defaultValue={value}>
        <option value="">{any}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
