import { Form, Link } from '@remix-run/react';
import { CalendarDays, List, ListTree, Network, Table2 } from 'lucide-react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';
import { Field } from '#app/ui/field.tsx';
import { Popover } from '#app/ui/popover.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { type ChartAddress, MAX_DEPTH, writeAddress } from './chart-address.ts';
import { ChartSwitcher } from './chart-switcher.tsx';
import { EditLink } from './editing/edit-link.tsx';
import { ExportMenu } from './export/export-menu.tsx';
import { FindInChart } from './find-in-chart.tsx';
import type { OrganisationPage } from './organisation-page.ts';

/** Which chart, who in it, how it is drawn, and of which day. */
export function ChartToolbar({ page }: { page: OrganisationPage }) {
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-3 md:px-6">
      <ChartSwitcher choices={page.choices} address={page.address} person={page.person} />
      <FindInChart address={page.address} chartId={page.view.chart.id} />
      <div className="flex flex-wrap items-center gap-2 md:ms-auto">
        <ViewSwitch address={page.address} />
        <DayPicker page={page} />
        {page.mayEdit && <EditLink address={page.address} />}
        {page.view.size > 0 && <ExportMenu address={page.address} view={page.view} />}
      </div>
    </div>
  );
}

function ViewSwitch({ address }: { address: ChartAddress }) {
  const t = useT();
  const { view } = address;
  return (
    <nav aria-label={t('organisation.view')} className="rounded-lg border border-line bg-surface p-1">
      <ul className="flex gap-0.5">
        {/* On a phone the usual view is the list, elsewhere the chart. */}
        <ViewLink to={writeAddress(address, { view: null })} active={view === null} className="md:hidden">
          <List aria-hidden="true" />
          {t('organisation.viewList')}
        </ViewLink>
        <ViewLink
          to={writeAddress(address, { view: 'chart' })}
          active={view === 'chart'}
          alsoWide={view === null}
        >
          <Network aria-hidden="true" />
          {t('organisation.viewChart')}
        </ViewLink>
        <ViewLink to={writeAddress(address, { view: 'tree' })} active={view === 'tree'}>
          <ListTree aria-hidden="true" />
          {t('organisation.viewTree')}
        </ViewLink>
        <ViewLink to={writeAddress(address, { view: 'table' })} active={view === 'table'}>
          <Table2 aria-hidden="true" />
          {t('organisation.viewTable')}
        </ViewLink>
      </ul>
    </nav>
  );
}

type ViewLinkProps = {
  to: string;
  active: boolean;
  /** Active from 768 px on. */
  alsoWide?: boolean;
  className?: string;
  children: React.ReactNode;
};

function ViewLink({ to, active, alsoWide = false, className, children }: ViewLinkProps) {
  return (
    <li className={className}>
      <Link
        to={to}
        preventScrollReset
        aria-current={active || alsoWide ? 'page' : undefined}
        className={cn(
          'flex h-8 items-center gap-2 rounded-md px-2 text-meta font-medium transition-colors sm:px-3 [&_svg]:size-4 max-sm:[&_svg]:hidden md:max-lg:[&_svg]:hidden',
          active ? 'bg-brand-soft text-brand-ink' : 'text-soft hover:bg-sunk hover:text-ink',
          alsoWide && 'md:bg-brand-soft md:!text-brand-ink',
        )}
      >
        {children}
      </Link>
    </li>
  );
}

/** Any day, past or planned, and how many levels below the focus come at once. */
function DayPicker({ page }: { page: OrganisationPage }) {
  const t = useT();
  const format = useFormat();
  const { address, view } = page;
  return (
    <Popover
      trigger={
        <>
          <CalendarDays aria-hidden="true" />
          <span className="max-md:sr-only">
            {view.isToday ? t('organisation.today') : format.date(view.on)}
          </span>
        </>
      }
      triggerClassName={cn(
        buttonStyle(),
        '!h-10 max-md:!px-2.5',
        !view.isToday && '!border-warn/40 !bg-warn-soft !text-warn',
      )}
      label={t('organisation.dayShown')}
    >
      <Form action="/org" className="flex w-64 flex-col gap-3 text-meta">
        {address.chart !== 'company' && <input type="hidden" name="chart" value={address.chart} />}
        {address.view && <input type="hidden" name="view" value={address.view} />}
        {address.focus && <input type="hidden" name="focus" value={address.focus} />}
        <Field label={t('organisation.dayShown')} hint={t('organisation.dayExplained')}>
          <TextInput key={view.on} type="date" name="on" defaultValue={view.on} required />
        </Field>
        <Field label={t('organisation.levels')}>
          <Select name="depth" defaultValue={String(address.depth)}>
            {Array.from({ length: MAX_DEPTH }, (_, n) => String(n + 1)).map((level) => (
              <option key={level} value={level}>
                {level}
              </option>
            ))}
          </Select>
        </Field>
        <Button
          type="submit"
          look="primary"
          onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
        >
          {t('organisation.showDay')}
        </Button>
        {!view.isToday && (
          <Link to={writeAddress(address, { on: null })} className={buttonStyle({ look: 'quiet' })}>
            {t('organisation.backToToday')}
          </Link>
        )}
      </Form>
    </Popover>
  );
}
