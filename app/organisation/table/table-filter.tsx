import { Form, Link } from '@remix-run/react';
import { Columns3, X } from 'lucide-react';
import { type MessageKey, useT } from '#app/shell/i18n.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { pillStyle } from '#app/ui/pill.tsx';
import { Popover } from '#app/ui/popover.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { type ChartAddress, COLUMNS, type ColumnKey, writeAddress } from '../chart-address.ts';
import { KeptFields } from '../kept-fields.tsx';

export const COLUMN_WORDS: Record<ColumnKey, MessageKey> = {
  title: 'organisation.columnPosition',
  unit: 'organisation.unit',
  site: 'organisation.site',
  manager: 'organisation.reportsTo',
  reports: 'organisation.columnReports',
};

/** Which rows and which columns the table shows; all of it goes into the address. */
export function TableFilter({ address }: { address: ChartAddress }) {
  const t = useT();
  const filtered = address.filter !== '' || address.vacant;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-meta">
      <Form action="/org" role="search" className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <KeptFields address={address} change={{ filter: '', vacant: false }} />
        <TextInput
          key={address.filter}
          type="search"
          name="filter"
          aria-label={t('chart.filterRows')}
          placeholder={t('chart.filterRows')}
          defaultValue={address.filter}
          maxLength={100}
          className="!h-9 !w-72 max-w-full text-meta"
        />
        <Checkbox
          key={String(address.vacant)}
          name="vacant"
          value="only"
          label={t('chart.vacantOnly')}
          defaultChecked={address.vacant}
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
        />
        <Button type="submit">{t('chart.filter')}</Button>
        {filtered && (
          <Link
            to={writeAddress(address, { filter: '', vacant: false })}
            className={buttonStyle({ look: 'quiet' })}
          >
            <X aria-hidden="true" />
            {t('chart.filterClear')}
          </Link>
        )}
      </Form>
      <Popover
        trigger={
          <>
            <Columns3 aria-hidden="true" />
            {t('chart.columns')}
          </>
        }
        triggerClassName={buttonStyle()}
        label={t('chart.columns')}
      >
        <nav aria-label={t('chart.columns')} className="flex w-64 max-w-full flex-wrap gap-1.5 text-meta">
          {COLUMNS.map((column) => {
            const hidden = address.hidden.includes(column);
            const next = hidden
              ? address.hidden.filter((one) => one !== column)
              : [...address.hidden, column];
            return (
              <Link
                key={column}
                to={writeAddress(address, { hidden: next })}
                preventScrollReset
                aria-current={hidden ? undefined : 'true'}
                className={pillStyle({ active: !hidden })}
              >
                {t(COLUMN_WORDS[column])}
              </Link>
            );
          })}
        </nav>
      </Popover>
    </div>
  );
}
