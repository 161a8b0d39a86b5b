import { Link } from '@remix-run/react';
import { Building2, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { HealthIcon } from '#app/shell/health-icon.tsx';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import { Popover } from '#app/ui/popover.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { type ChartAddress, writeAddress } from './chart-address.ts';
import type { ChartChoice } from './organisation-page.ts';

type SwitcherProps = {
  choices: ChartChoice[];
  address: ChartAddress;
  /** Stays in focus in the other chart. */
  person: { handle: string; name: string } | null;
};

const SIDE_BY_SIDE = 3;
const FILTER_FROM = 8;

/** Company ↔ project A ↔ project B, with the same person in focus; all charts behind the arrow. */
export function ChartSwitcher({ choices, address, person }: SwitcherProps) {
  const t = useT();
  const current = choices.find((choice) => choice.key === address.chart) ?? choices[0];
  const beside = sideBySide(choices, current);
  const to = (choice: ChartChoice) =>
    writeAddress(address, { chart: choice.key, focus: person?.handle ?? null });
  if (!current || choices.length < 2) return null;
  return (
    <nav
      aria-label={t('organisation.charts')}
      className="flex min-w-0 items-center rounded-lg border border-line bg-surface p-1"
    >
      <ul className="flex min-w-0 gap-0.5">
        {beside.map((choice, n) => (
          <li
            key={choice.key}
            className={cn(
              'min-w-0',
              choice !== current && (n === SIDE_BY_SIDE - 1 ? 'max-2xl:hidden' : 'max-xl:hidden'),
            )}
          >
            <Link
              to={to(choice)}
              prefetch="intent"
              aria-current={choice === current ? 'page' : undefined}
              className={cn(
                'flex h-8 items-center gap-2 rounded-md px-3 text-meta font-medium transition-colors',
                choice === current
                  ? 'bg-brand-soft text-brand-ink'
                  : 'text-soft hover:bg-sunk hover:text-ink',
              )}
            >
              <ChoiceIcon choice={choice} />
              <span className="max-w-40 truncate">
                <ChoiceName choice={choice} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Popover
        trigger={<ChevronDown aria-hidden="true" className="size-4" />}
        triggerLabel={t('organisation.allCharts')}
        triggerClassName="grid size-8 shrink-0 place-items-center rounded-md text-soft hover:bg-sunk hover:text-ink"
        label={t('organisation.allCharts')}
        className="!p-1.5"
      >
        <AllCharts choices={choices} current={current} person={person} to={to} />
      </Popover>
    </nav>
  );
}

type AllChartsProps = {
  choices: ChartChoice[];
  current: ChartChoice;
  person: SwitcherProps['person'];
  to: (choice: ChartChoice) => string;
};

function AllCharts({ choices, current, person, to }: AllChartsProps) {
  const t = useT();
  const [filter, setFilter] = useState('');
  const shown = choices.filter((choice) =>
    choice.name.toLocaleLowerCase().includes(filter.trim().toLocaleLowerCase()),
  );
  const seated = shown.filter((choice) => choice.seats.length > 0);
  const others = shown.filter((choice) => choice.seats.length === 0);
  const groups = [
    { title: t('organisation.allCharts'), choices: others },
    {
      title: person ? t('organisation.chartsOf', { name: person.name || t('common.nameWithheld') }) : '',
      choices: seated,
    },
  ].reverse();
  return (
    <div className="flex w-72 max-w-full flex-col gap-1">
      {choices.length > FILTER_FROM && (
        <TextInput
          type="search"
          aria-label={t('organisation.filterCharts')}
          placeholder={t('organisation.filterCharts')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          className="mb-1 !h-9 text-meta"
        />
      )}
      <div className="max-h-[50vh] overflow-y-auto">
        {groups.map(
          (group) =>
            group.choices.length > 0 && (
              <section key={group.title} aria-label={group.title}>
                <h2 className="px-2 pt-2 pb-1 text-mini font-medium text-muted">{group.title}</h2>
                <ul>
                  {group.choices.map((choice) => (
                    <ChoiceRow
                      key={choice.key}
                      choice={choice}
                      current={choice === current}
                      to={to(choice)}
                    />
                  ))}
                </ul>
              </section>
            ),
        )}
        {shown.length === 0 && (
          <p className="px-2 py-3 text-meta text-muted">{t('organisation.noSuchChart')}</p>
        )}
      </div>
    </div>
  );
}

function ChoiceRow({ choice, current, to }: { choice: ChartChoice; current: boolean; to: string }) {
  const t = useT();
  const format = useFormat();
  return (
    <li>
      <Link
        to={to}
        aria-current={current ? 'page' : undefined}
        onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
        className={cn(
          'flex min-h-9 items-center gap-2.5 rounded-md px-2 py-1.5 text-meta',
          current ? 'bg-brand-soft font-medium text-brand-ink' : 'hover:bg-sunk',
        )}
      >
        <ChoiceIcon choice={choice} />
        <span className="min-w-0">
          <ChoiceName choice={choice} />
          {choice.seats.length > 0 && (
            <span className="block text-mini font-normal text-muted">
              {format.list(choice.seats.map((title) => title || t('organisation.noTitle')))}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

function ChoiceIcon({ choice }: { choice: ChartChoice }) {
  return choice.kind === 'company' ? (
    <Building2 aria-hidden="true" className="size-4 shrink-0" />
  ) : (
    <HealthIcon health={choice.health} />
  );
}

/** "Company" for the company's own chart, else the project's name. */
function ChoiceName({ choice }: { choice: ChartChoice }) {
  const t = useT();
  return choice.key === 'company' ? t('organisation.company') : choice.name;
}

/** The company, the current one, and the first with a seat. */
function sideBySide(choices: ChartChoice[], current: ChartChoice | undefined): ChartChoice[] {
  const wanted = choices
    .filter((choice) => choice.key === 'company' || choice.seats.length > 0)
    .slice(0, SIDE_BY_SIDE);
  if (!current || wanted.includes(current)) return wanted;
  return [...wanted.slice(0, SIDE_BY_SIDE - 1), current];
}
