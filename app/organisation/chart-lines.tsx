import { memo } from 'react';
import type { Line } from './chart-layout.ts';

const LOOK = {
  primary: 'stroke-control-line/55',
  chain: 'stroke-muted',
  dotted: 'stroke-brand [stroke-dasharray:4_4]',
};

/** The lines between the cards: solid for who reports to whom, dashed for who else one works for. */
export const ChartLines = memo(function ChartLines({ lines }: { lines: readonly Line[] }) {
  return (
    <svg
      aria-hidden="true"
      width="1"
      height="1"
      className="pointer-events-none absolute top-0 left-0 overflow-visible"
    >
      {lines.map((line) => (
        <path
          key={line.id}
          d={line.path}
          fill="none"
          strokeWidth={line.kind === 'primary' ? 1.25 : 1.5}
          className={`${LOOK[line.kind]} transition-[d] duration-200`}
        />
      ))}
    </svg>
  );
});
