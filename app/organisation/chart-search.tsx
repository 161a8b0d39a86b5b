import { Search } from 'lucide-react';
import { useId, useState } from 'react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Avatar } from '#app/ui/avatar.tsx';
import { cn } from '#app/ui/cn.ts';
import type { ChartHit } from '#server/domain/organisation/chart.view.ts';
import { useChartHits } from './use-chart-hits.ts';

type SearchProps = {
  /** Field name, for a form that is sent without script. */
  name: string;
  label: string;
  chartId: string;
  /** The day looked at, or null for today. */
  on: string | null;
  onChoose: (hit: ChartHit) => void;
};

/** A field that finds positions of one chart by who sits there or their title, as one types. */
export function ChartSearch({ name, label, chartId, on, onChoose }: SearchProps) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const answer = useChartHits(text.trim(), chartId, on);
  const current = answer.hits[Math.min(active, answer.hits.length - 1)];
  const shown = open && text.trim() !== '' && answer.text === text.trim();

  const choose = (hit: ChartHit) => {
    setOpen(false);
    setText('');
    onChoose(hit);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && answer.hits.length > 0) {
      event.preventDefault();
      setActive(
        (now) => (Math.min(now, answer.hits.length - 1) + step + answer.hits.length) % answer.hits.length,
      );
    } else if (event.key === 'Enter' && shown && current && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(current);
    } else if (event.key === 'Escape') {
      setOpen(false);
      setText('');
    }
  };

  return (
    <>
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted"
      />
      <input
        type="text"
        name={name}
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && current ? `${id}-${current.positionId}` : undefined}
        aria-autocomplete="list"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        className="h-10 w-full rounded-lg border border-control-line/60 bg-surface ps-9 pe-3 text-meta hover:border-control-line"
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        hidden={!shown || answer.hits.length === 0}
        className="absolute start-0 top-full z-40 mt-1.5 w-80 max-w-[calc(100vw-2rem)] animate-appear rounded-lg bg-raised p-1.5 shadow-float"
      >
        {answer.hits.map((hit) => (
          <HitRow
            key={hit.positionId}
            id={`${id}-${hit.positionId}`}
            hit={hit}
            current={hit === current}
            onChoose={choose}
          />
        ))}
      </div>
      <p
        role="status"
        className={cn(
          shown && answer.hits.length === 0
            ? 'absolute start-0 top-full z-40 mt-1.5 w-64 rounded-lg bg-raised px-3 py-2 text-meta text-soft shadow-float'
            : 'sr-only',
        )}
      >
        {shown && answer.failed && t('organisation.findFailed')}
        {shown && !answer.failed && answer.hits.length === 0 && t('organisation.findNone')}
        {shown && answer.hits.length > 0 && t('organisation.findHits', { count: answer.hits.length })}
      </p>
    </>
  );
}

type HitRowProps = { id: string; hit: ChartHit; current: boolean; onChoose: (hit: ChartHit) => void };

function HitRow({ id, hit, current, onChoose }: HitRowProps) {
  const t = useT();
  const format = useFormat();
  const [first] = hit.holders;
  const name = first
    ? format.list(hit.holders.map(({ person }) => person.name || t('common.nameWithheld')))
    : t('organisation.vacant');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={current}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(hit)}
      className={cn(
        'flex min-h-11 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 text-meta',
        current ? 'bg-brand-soft' : 'hover:bg-sunk',
      )}
    >
      <Avatar
        name={first?.person.name ?? '?'}
        personId={first?.person.id ?? hit.positionId}
        photoUrl={first?.person.photo}
        size="sm"
      />
      <span className="min-w-0">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-mini text-muted">
          {[hit.title, hit.unit].filter(Boolean).join(' · ')}
        </span>
      </span>
    </div>
  );
}
