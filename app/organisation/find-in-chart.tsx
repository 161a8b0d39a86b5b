import { Form, useNavigate } from '@remix-run/react';
import { Search } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Avatar } from '#app/ui/avatar.tsx';
import { cn } from '#app/ui/cn.ts';
import type { ChartHit } from '#server/domain/organisation/chart.view.ts';
import { type ChartAddress, writeAddress } from './chart-address.ts';

const PAUSE_MS = 120;

type Answer = { text: string; hits: ChartHit[]; failed: boolean };
const NOTHING: Answer = { text: '', hits: [], failed: false };

/** Search as one types; choosing a hit flies there. Without script, Enter leads to the best hit. */
export function FindInChart({ address, chartId }: { address: ChartAddress; chartId: string }) {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const answer = useAnswer(text.trim(), chartId, address.on);
  const current = answer.hits[Math.min(active, answer.hits.length - 1)];
  const shown = open && text.trim() !== '' && answer.text === text.trim();

  const choose = (hit: ChartHit) => {
    setOpen(false);
    setText('');
    navigate(writeAddress(address, { focus: hit.positionId }), { preventScrollReset: true });
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
    <Form action="/org" className="relative min-w-40 flex-1 md:max-w-60 md:basis-40" role="search">
      {Object.entries(hiddenFields(address)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted"
      />
      <input
        type="text"
        name="find"
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && current ? `${id}-${current.positionId}` : undefined}
        aria-autocomplete="list"
        aria-label={t('organisation.find')}
        placeholder={t('organisation.find')}
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
        aria-label={t('organisation.find')}
        hidden={!shown || answer.hits.length === 0}
        className="absolute start-0 top-full z-40 mt-1.5 w-80 max-w-[calc(100vw-2rem)] animate-appear rounded-lg bg-raised p-1.5 shadow-float"
      >
        {answer.hits.map((hit) => {
          const [first] = hit.holders;
          const name = first
            ? format.list(hit.holders.map(({ person }) => person.name || t('common.nameWithheld')))
            : t('organisation.vacant');
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
            <div
              key={hit.positionId}
              id={`${id}-${hit.positionId}`}
              role="option"
              tabIndex={-1}
              aria-selected={hit === current}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(hit)}
              className={cn(
                'flex min-h-11 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 text-meta',
                hit === current ? 'bg-brand-soft' : 'hover:bg-sunk',
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
        })}
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
    </Form>
  );
}

function hiddenFields(address: ChartAddress): Record<string, string> {
  const fields: Record<string, string> = {};
  if (address.chart !== 'company') fields.chart = address.chart;
  if (address.on) fields.on = address.on;
  if (address.view) fields.view = address.view;
  return fields;
}

function useAnswer(text: string, chartId: string, on: string | null): Answer {
  const [answer, setAnswer] = useState<Answer>(NOTHING);
  useEffect(() => {
    if (text === '') {
      setAnswer(NOTHING);
      return undefined;
    }
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const params = new URLSearchParams({ chart: chartId, q: text, ...(on ? { on } : {}) });
        const response = await fetch(`/org/find?${params}`, { signal: controller.signal });
        if (!response.ok) throw new Error(String(response.status));
        const { hits } = (await response.json()) as { hits: ChartHit[] };
        setAnswer({ text, hits, failed: false });
      } catch {
        if (!controller.signal.aborted) setAnswer({ text, hits: [], failed: true });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, chartId, on]);
  return answer;
}
