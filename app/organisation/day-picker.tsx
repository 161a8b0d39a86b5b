import { Form, Link } from '@remix-run/react';
import { CalendarDays } from 'lucide-react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';
import { Field } from '#app/ui/field.tsx';
import { Popover } from '#app/ui/popover.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { writeAddress } from './chart-address.ts';
import { KeptFields } from './kept-fields.tsx';
import type { OrganisationPage } from './organisation-page.ts';

/** Any day, past or planned, the day to compare it with, and the next days for which something is planned. */
export function DayPicker({ page }: { page: OrganisationPage }) {
  const t = useT();
  const format = useFormat();
  const { address, view, planned } = page;
  const hide = (event: React.MouseEvent) =>
    event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
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
        <KeptFields address={address} change={{ on: null, since: null }} />
        <Field label={t('organisation.dayShown')} hint={t('organisation.dayExplained')}>
          <TextInput key={view.on} type="date" name="on" defaultValue={view.on} required />
        </Field>
        <Field label={t('chart.compareWith')} hint={t('chart.compareExplained')}>
          <TextInput key={view.since} type="date" name="since" defaultValue={view.since ?? ''} />
        </Field>
        <Button type="submit" look="primary" onClick={hide}>
          {t('organisation.showDay')}
        </Button>
        {!view.isToday && (
          <Link to={writeAddress(address, { on: null })} className={buttonStyle({ look: 'quiet' })}>
            {t('organisation.backToToday')}
          </Link>
        )}
      </Form>
      {planned.length > 0 && (
        <nav aria-label={t('chart.planned')} className="mt-3 border-t border-line pt-3 text-meta">
          <p className="mb-1 text-muted">{t('chart.planned')}</p>
          <ul>
            {planned.map(({ on, count }) => (
              <li key={on}>
                <Link
                  to={writeAddress(address, { on, since: view.isToday ? view.on : null })}
                  onClick={hide}
                  className="flex min-h-8 items-center justify-between gap-3 rounded-md px-2 hover:bg-sunk"
                >
                  <span className="font-medium">{format.date(on)}</span>
                  <span className="text-muted">{t('chart.plannedCount', { count })}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Popover>
  );
}
