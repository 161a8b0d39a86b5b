import type { ReactNode } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import type { CardMark } from '#server/domain/organisation/chart.view.ts';
import { MARKS, MarkIcon } from '../changes/mark-icon.tsx';
import { type Swatch, swatchWord } from '../colours.ts';
import { ColourStripe } from './colour-stripe.tsx';

type LegendProps = {
  /** Dotted lines are drawn. */
  dotted: boolean;
  /** Two days are compared. */
  comparing: boolean;
  swatches: readonly Swatch[];
};

/** More colours than this are not named one by one. */
const NAMED = 12;

/** What lines, marks and colours mean, in one quiet row. */
export function ChartLegend({ dotted, comparing, swatches }: LegendProps) {
  const t = useT();
  const unnamed = swatches.length - NAMED;
  return (
    <ul
      aria-label={t('organisation.legend')}
      data-still
      className="absolute start-4 bottom-4 z-10 flex max-w-[min(46rem,60%)] flex-wrap gap-x-5 gap-y-1 rounded-md bg-bg/95 px-2.5 py-1.5 text-mini text-muted max-md:hidden"
    >
      <Entry>
        <Sample className="stroke-muted" />
        {t('organisation.legendReports')}
      </Entry>
      {dotted && (
        <Entry>
          <Sample className="stroke-brand [stroke-dasharray:4_3]" />
          {t('organisation.legendDotted')}
        </Entry>
      )}
      <Entry>
        <span aria-hidden="true" className="h-3 w-5 rounded-[3px] border border-dashed border-control-line" />
        {t('organisation.legendVacant')}
      </Entry>
      {comparing &&
        (Object.keys(MARKS) as CardMark[]).map((mark) => (
          <Entry key={mark}>
            <MarkIcon mark={mark} />
            {t(MARKS[mark].word)}
          </Entry>
        ))}
      {swatches.slice(0, NAMED).map((swatch) => (
        <Entry key={swatch.key}>
          <ColourStripe swatch={swatch} className="h-3.5 w-1.5" />
          {swatchWord(t, swatch)}
        </Entry>
      ))}
      {unnamed > 0 && <li>{t('chart.moreColours', { count: unnamed })}</li>}
    </ul>
  );
}

function Entry({ children }: { children: ReactNode }) {
  return <li className="flex items-center gap-2">{children}</li>;
}

function Sample({ className }: { className: string }) {
  return (
    <svg aria-hidden="true" width="24" height="8" className="shrink-0">
      <path d="M0 4H24" strokeWidth="1.5" className={className} />
    </svg>
  );
}
