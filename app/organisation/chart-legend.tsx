import { useT } from '#app/shell/i18n.tsx';

/** What the lines mean, in one quiet row. */
export function ChartLegend() {
  const t = useT();
  return (
    <ul
      aria-label={t('organisation.legend')}
      data-still
      className="absolute start-4 bottom-4 z-10 flex flex-wrap gap-x-5 gap-y-1 rounded-md bg-bg/90 px-2.5 py-1.5 text-mini text-muted max-md:hidden"
    >
      <li className="flex items-center gap-2">
        <Sample className="stroke-muted" />
        {t('organisation.legendReports')}
      </li>
      <li className="flex items-center gap-2">
        <Sample className="stroke-brand [stroke-dasharray:4_3]" />
        {t('organisation.legendDotted')}
      </li>
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className="h-3 w-5 rounded-[3px] border border-dashed border-control-line" />
        {t('organisation.legendVacant')}
      </li>
    </ul>
  );
}

function Sample({ className }: { className: string }) {
  return (
    <svg aria-hidden="true" width="24" height="8" className="shrink-0">
      <path d="M0 4H24" strokeWidth="1.5" className={className} />
    </svg>
  );
}
