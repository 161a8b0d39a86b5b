import { Download } from 'lucide-react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';
import { Field } from '#app/ui/field.tsx';
import { Popover } from '#app/ui/popover.tsx';
import { Select } from '#app/ui/select.tsx';
import type { ChartView } from '#server/domain/organisation/chart.view.ts';
import { cardLabel } from '../card-text.ts';
import type { ChartAddress } from '../chart-address.ts';
import { MOST_IN_PICTURE } from './export-address.ts';

type ExportMenuProps = { address: ChartAddress; view: ChartView };

/** The chart as a file: a plain form whose answer is the file, also without script. */
export function ExportMenu({ address, view }: ExportMenuProps) {
  const t = useT();
  return (
    <Popover
      trigger={
        <>
          <Download aria-hidden="true" />
          <span className="max-xl:sr-only">{t('orgExport.export')}</span>
        </>
      }
      triggerClassName={cn(buttonStyle(), '!h-10 max-xl:!px-2.5')}
      label={t('orgExport.export')}
    >
      <form action="/org/export" className="flex w-72 max-w-full flex-col gap-3 text-meta">
        <input type="hidden" name="chart" value={address.chart} />
        <input type="hidden" name="on" value={view.on} />
        <input type="hidden" name="depth" value={address.depth} />
        {address.dotted && <input type="hidden" name="lines" value="dotted" />}
        {view.focusId && <input type="hidden" name="focus" value={view.focusId} />}
        <ScopeField view={view} />
        <Field label={t('orgExport.format')}>
          <Select name="format">
            <option value="pdf">{t('orgExport.formatPdf')}</option>
            <option value="svg">{t('orgExport.formatSvg')}</option>
            <option value="png">{t('orgExport.formatPng')}</option>
            <option value="csv">{t('orgExport.formatCsv')}</option>
          </Select>
        </Field>
        <Field label={t('orgExport.paper')} note={t('orgExport.onlyPdf')}>
          <Select name="paper">
            <option value="a4">A4</option>
            <option value="a3">A3</option>
          </Select>
        </Field>
        <Field label={t('orgExport.pages')} note={t('orgExport.onlyPdf')}>
          <Select name="pages">
            <option value="legible">{t('orgExport.pagesLegible')}</option>
            <option value="one">{t('orgExport.pagesOne')}</option>
          </Select>
        </Field>
        <p className="text-muted">{t('orgExport.explained')}</p>
        <Button
          type="submit"
          look="primary"
          onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
        >
          {t('orgExport.download')}
        </Button>
      </form>
    </Popover>
  );
}

function ScopeField({ view }: { view: ChartView }) {
  const t = useT();
  const format = useFormat();
  const focus = view.cards.find((card) => card.id === view.focusId);
  const size = Math.max(view.size, (focus?.total ?? 0) + 1);
  const hint =
    size > MOST_IN_PICTURE ? t('orgExport.tooLarge', { most: format.number(MOST_IN_PICTURE) }) : undefined;
  return (
    <Field label={t('orgExport.what')} hint={hint}>
      <Select name="scope">
        <option value="view">{t('orgExport.scopeView')}</option>
        {focus && focus.total > 0 && (
          <option value="below">
            {t('orgExport.scopeBelow', {
              name: cardLabel(t, format, focus),
              count: format.number(focus.total + 1),
            })}
          </option>
        )}
        <option value="all">{t('orgExport.scopeAll', { count: format.number(view.size) })}</option>
      </Select>
    </Field>
  );
}
