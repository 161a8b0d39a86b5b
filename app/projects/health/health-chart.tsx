import { useDay } from '#app/projects/use-day.ts';
import { healthWord } from '#app/shell/health-icon.tsx';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import type { HealthPoint } from '#server/domain/projects/project.view.ts';
import type { Health } from '#server/platform/database/schema.ts';
import { monthStarts, type PlacedFlag, placeFlags, placeOnTimeline } from './timeline-scale.ts';

/** Pixels below the first line of flags. */
const LANES: Record<Health, number> = { on_track: 30, at_risk: 66, off_track: 102 };
const COLOURS: Record<Health, string> = {
  on_track: 'var(--ok)',
  at_risk: 'var(--warn)',
  off_track: 'var(--bad)',
};
const HEIGHT = 150;
const FLOOR = 122;
const FLAG_HEIGHT = 16;

/** The health over time as a picture: a line through three lanes, with a flag wherever the target moved. */
export function HealthChart({ points }: { points: readonly HealthPoint[] }) {
  const t = useT();
  const format = useFormat();
  const day = useDay();
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const percent = placeOnTimeline(first.at, last.at);
  const place = (at: string) => `${percent(at).toFixed(2)}%`;
  const count = (health: Health) => points.filter((point) => point.health === health).length;
  const moves = points.filter((point) => point.previousTargetOn);
  const flags = placeFlags(moves.map((point) => percent(point.at)));
  const flagLines = Math.max(0, ...flags.map((flag) => flag?.line ?? 0));
  const summary = t('projects.timelineSummary', {
    count: points.length,
    from: format.date(first.at),
    to: format.date(last.at),
    onTrack: count('on_track'),
    atRisk: count('at_risk'),
    offTrack: count('off_track'),
    moves: moves.length,
  });
  return (
    <div className="flex gap-3" style={{ paddingTop: flagLines * FLAG_HEIGHT }}>
      <LaneNames />
      <svg
        role="img"
        aria-label={summary}
        width="100%"
        height={HEIGHT}
        className="block min-w-0 overflow-visible text-mini"
      >
        {(['on_track', 'at_risk', 'off_track'] as const).map((health) => (
          <line
            key={health}
            x1="0"
            x2="100%"
            y1={LANES[health]}
            y2={LANES[health]}
            stroke="var(--line)"
            strokeDasharray="2 4"
          />
        ))}
        {monthStarts(first.at, last.at).map((month) => (
          <g key={month}>
            <line
              x1={place(month)}
              x2={place(month)}
              y1={FLOOR - 4}
              y2={FLOOR + 4}
              stroke="var(--control-line)"
            />
            <text x={place(month)} y={FLOOR + 20} textAnchor="middle" fill="var(--muted)">
              {format.month(month).slice(0, 3)}
            </text>
          </g>
        ))}
        <line x1="0" x2="100%" y1={FLOOR} y2={FLOOR} stroke="var(--line)" />
        {moves.map((point, index) => (
          <Flag
            key={point.entryId}
            x={place(point.at)}
            place={flags[index] ?? null}
            lines={flagLines}
            words={`${point.previousTargetOn ? day(point.previousTargetOn, point.at) : ''} → ${point.targetOn ? day(point.targetOn, point.at) : '–'}`}
          />
        ))}
        {points.slice(1).map((point, index) => {
          const before = points[index] ?? point;
          return (
            <line
              key={point.entryId}
              x1={place(before.at)}
              y1={LANES[before.health]}
              x2={place(point.at)}
              y2={LANES[point.health]}
              stroke="var(--control-line)"
              strokeWidth="1.5"
            />
          );
        })}
        {points.map((point) => (
          <Mark key={point.entryId} x={place(point.at)} health={point.health} />
        ))}
      </svg>
    </div>
  );
}

type FlagProps = { x: string; place: PlacedFlag | null; lines: number; words: string };

/** Where the target moved, and from when to when; a thin rim keeps the words clear of the lines behind them. */
function Flag({ x, place, lines, words }: FlagProps) {
  const y = 8 - (lines - (place?.line ?? lines)) * FLAG_HEIGHT;
  const before = place?.side === 'before';
  return (
    <g>
      <line x1={x} x2={x} y1={y + 4} y2={FLOOR} stroke="var(--ink)" strokeDasharray="3 3" />
      {place && (
        <text
          x={x}
          y={y}
          dx={before ? -2 : 2}
          textAnchor={before ? 'end' : 'start'}
          fill="var(--ink)"
          fontWeight="600"
          paintOrder="stroke"
          stroke="var(--surface)"
          strokeWidth="3"
        >
          {words}
        </text>
      )}
    </g>
  );
}

/** What the lanes mean, beside the picture; its summary says the same to those who don't see it. */
function LaneNames() {
  const t = useT();
  return (
    <div aria-hidden="true" className="relative w-20 shrink-0 text-mini text-muted">
      {(['on_track', 'at_risk', 'off_track'] as const).map((health) => (
        <span key={health} className="absolute start-0 -translate-y-1/2" style={{ top: LANES[health] }}>
          {t(healthWord(health))}
        </span>
      ))}
    </div>
  );
}

/** Circle, triangle or square, so that shape tells what colour tells. */
function Mark({ x, health }: { x: string; health: Health }) {
  const common = { fill: COLOURS[health], stroke: 'var(--surface)', strokeWidth: 1.5 };
  const y = LANES[health];
  if (health === 'on_track') return <circle cx={x} cy={y} r="5" {...common} />;
  return (
    <svg x={x} y={y} overflow="visible" aria-hidden="true">
      {health === 'at_risk' ? (
        <path d="M0 -6 L6 5 L-6 5 Z" {...common} />
      ) : (
        <path d="M-5 -5 H5 V5 H-5 Z" {...common} />
      )}
    </svg>
  );
}
