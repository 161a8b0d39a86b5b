import { Form, useNavigation, useSubmit } from '@remix-run/react';
import { Search } from 'lucide-react';
import { type FormEvent, useEffect, useRef } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { DirectoryQuery } from './directory-address.ts';

type Choice = { id: string; name: string };
type DirectoryFiltersProps = {
  filter: DirectoryQuery;
  choices: {
    sites: Choice[];
    units: Choice[];
    projects: Choice[];
    skills: string[];
    languages: string[];
  };
};

const TYPING_PAUSE_MS = 180;

/** Narrows the directory while one types; without script it is a form with a button. */
export function DirectoryFilters({ filter, choices }: DirectoryFiltersProps) {
  const t = useT();
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const searching = useNavigation().location?.pathname === '/people';
  useEffect(() => () => clearTimeout(timer.current), []);

  // Back, or a press on a letter, changes the address: the fields follow, but never the one being typed in.
  useEffect(() => {
    for (const name of ['q', 'unit', 'site', 'project', 'skill', 'language'] as const) {
      const field = form.current?.elements.namedItem(name);
      const typing = field === document.activeElement && name === 'q';
      if (!typing && (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) {
        field.value = filter[name] ?? '';
      }
    }
  }, [filter]);

  function onChange(event: FormEvent<HTMLFormElement>) {
    const target = event.currentTarget;
    const typing = event.target instanceof HTMLInputElement;
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => submit(target, { replace: true, preventScrollReset: true }),
      typing ? TYPING_PAUSE_MS : 0,
    );
  }

  return (
    <Form
      ref={form}
      role="search"
      aria-label={t('people.filter')}
      aria-busy={searching}
      onChange={onChange}
      className="grid grid-cols-2 gap-2 px-4 pb-3 sm:grid-cols-3 md:px-0"
    >
      {filter.letter && <input type="hidden" name="letter" value={filter.letter} />}
      <div className="relative col-span-2 sm:col-span-3">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted"
        />
        <TextInput
          type="search"
          name="q"
          defaultValue={filter.q}
          aria-label={t('people.searchLabel')}
          placeholder={t('people.searchPlaceholder')}
          autoComplete="off"
          className="ps-9"
        />
      </div>
      <Choose
        name="site"
        value={filter.site}
        all={t('people.allSites')}
        label={t('people.site')}
        choices={choices.sites}
      />
      <Choose
        name="unit"
        value={filter.unit}
        all={t('people.allUnits')}
        label={t('people.unit')}
        choices={choices.units}
      />
      <Choose
        name="project"
        value={filter.project}
        all={t('people.allProjects')}
        label={t('people.project')}
        choices={choices.projects}
      />
      <Choose
        name="skill"
        value={filter.skill}
        all={t('people.allSkills')}
        label={t('people.skill')}
        choices={tags(choices.skills, filter.skill)}
      />
      <Choose
        name="language"
        value={filter.language}
        all={t('people.allLanguages')}
        label={t('people.language')}
        choices={tags(choices.languages, filter.language)}
      />
      <noscript>
        <Button type="submit" look="primary">
          {t('common.filter')}
        </Button>
      </noscript>
    </Form>
  );
}

/** With the one chosen, also where few others have it. */
function tags(told: string[], chosen: string | null): Choice[] {
  const names = chosen && !told.includes(chosen) ? [chosen, ...told] : told;
  return names.map((name) => ({ id: name, name }));
}

type ChooseProps = { name: string; value: string | null; all: string; label: string; choices: Choice[] };

function Choose({ name, value, all, label, choices }: ChooseProps) {
  if (choices.length === 0) return null;
  return (
    <Select
      name={name}
      defaultValue={value ?? ''}
      aria-label={label}
      className={name === 'project' ? 'col-span-2 w-full sm:col-span-1' : 'w-full'}
    >
      <option value="">{all}</option>
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
    </Select>
  );
}
