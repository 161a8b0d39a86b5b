import { Form, Link, useSubmit } from '@remix-run/react';
import type { ReactNode } from 'react';
import { healthWord } from '#app/shell/health-icon.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import { LIFECYCLES } from './lifecycle-words.ts';

type PortfolioFiltersProps = {
  filter: {
    health?: string;
    lead?: string;
    unit?: string;
    mine?: string;
    lifecycle: string;
    stale?: number;
    awaited?: string;
    sort: string;
  };
  view: 'cards' | 'table';
  filtered: boolean;
  choices: { leads: PersonRef[]; units: { id: string; name: string }[] };
};

const PHASES = {
  current: 'projects.lifecycleCurrent',
  ...LIFECYCLES,
  all: 'projects.lifecycleAll',
} as const;

const SORTS = {
  health: 'projects.sortHealth',
  name: 'projects.sortName',
  updated: 'projects.sortUpdated',
  stale: 'projects.sortStale',
  target: 'projects.sortTarget',
  slip: 'projects.sortSlip',
} as const;

/** A GET form: every choice is in the address, to be kept and sent on. With JavaScript it applies at once. */
export function PortfolioFilters({ filter, view, filtered, choices }: PortfolioFiltersProps) {
  const t = useT();
  const submit = useSubmit();
  return (
    <search aria-label={t('projects.filters')} data-no-print>
      <Form
        method="get"
        onChange={(event) => submit(event.currentTarget, { preventScrollReset: true, replace: true })}
        className="flex flex-wrap items-end gap-2"
      >
        {view === 'table' && <input type="hidden" name="view" value="table" />}
        <Choice name="mine" label={t('projects.whose')} value={filter.mine} any={t('projects.anyProject')}>
          <option value="1">{t('shell.myProjects')}</option>
        </Choice>
        <Choice
          name="health"
          label={t('projects.health')}
          value={filter.health}
          any={t('projects.anyHealth')}
        >
          {(['off_track', 'at_risk', 'on_track'] as const).map((health) => (
            <option key={health} value={health}>
              {t(healthWord(health))}
            </option>
          ))}
          <option value="none">{t(healthWord(null))}</option>
        </Choice>
        <Choice name="lead" label={t('projects.lead')} value={filter.lead} any={t('projects.anyLead')}>
          {choices.leads.map((person) => (
            <option key={person.id} value={person.handle}>
              {person.name}
            </option>
          ))}
        </Choice>
        <Choice name="unit" label={t('projects.unit')} value={filter.unit} any={t('projects.anyUnit')}>
          {choices.units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
        </Choice>
        <Choice name="lifecycle" label={t('projects.lifecycle')} value={filter.lifecycle}>
          {Object.entries(PHASES).map(([key, word]) => (
            <option key={key} value={key}>
              {t(word)}
            </option>
          ))}
        </Choice>
        <Choice
          name="stale"
          label={t('projects.stale')}
          value={filter.stale?.toString()}
          any={t('projects.anyTime')}
        >
          {[...new Set([7, 14, 30, 60, ...(filter.stale ? [filter.stale] : [])])].map((count) => (
            <option key={count} value={count}>
              {t('projects.days', { count })}
            </option>
          ))}
        </Choice>
        <Choice
          name="awaited"
          label={t('projects.statusAwaited')}
          value={filter.awaited}
          any={t('projects.anyStatus')}
        >
          <option value="due">{t('projects.statusDue')}</option>
          <option value="overdue">{t('projects.overdue')}</option>
        </Choice>
        <Choice name="sort" label={t('projects.sort')} value={filter.sort}>
          {Object.entries(SORTS).map(([key, word]) => (
            <option key={key} value={key}>
              {t(word)}
            </option>
          ))}
        </Choice>
        <noscript>
          <Button type="submit">{t('projects.apply')}</Button>
        </noscript>
        {filtered && (
          <Link
            to={view === 'table' ? '?view=table' : '?'}
            className={buttonStyle({ look: 'quiet', size: 'sm' })}
          >
            {t('projects.clear')}
          </Link>
        )}
      </Form>
    </search>
  );
}

type ChoiceProps = { name: string; label: string; value?: string; any?: string; children: ReactNode };

function Choice({ name, label, value, any, children }: ChoiceProps) {
  return (
    <Field label={label} className="min-w-0">
      <Select
        key={value ?? ''}
        name={name}
        defaultValue={value ?? ''}
        controlSize="sm"
        className="w-[calc(50vw-1.25rem)] sm:w-34"
      >
        {any && <option value="">{any}</option>}
        {children}
      </Select>
    </Field>
  );
}
