import { memo } from 'react';
import type { Line } from '../chart-layout.ts';

const LOOK = {
  primary: 'stroke-control-line/55',
  chain: 'stroke-muted',
  dotted: 'stroke-brand [stroke-dasharray:4_4]',
};

/** On the way between two it is drawn over whatever it is otherwise. */
const ON_WAY = 'stroke-brand';

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
          strokeWidth={line.onWay ? 3 : line.kind === 'primary' ? 1.25 : 1.5}
          className={`${line.onWay && line.kind !== 'dotted' ? ON_WAY : LOOK[line.kind]} transition-[d] duration-200`}
        />
      ))}
    </svg>
  );
});
