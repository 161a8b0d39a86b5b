import { useNavigate } from '@remix-run/react';
import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { FrameData } from '#app/shell/frame-data.ts';
import { useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import {
  allResultsRow,
  hitGroups,
  type PaletteGroup,
  type PaletteRow,
  placeGroups,
} from './palette-rows.tsx';
import type { SuggestAnswer } from './suggest.ts';
import { useSuggestions } from './use-suggestions.ts';

/** Search and commands in one field: an ARIA combobox over a list in groups. */
export function Palette({ frame, onClose }: { frame: FrameData; onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const query = text.trim();
  const { answer, failed, query: answered } = useSuggestions(query);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const groups: PaletteGroup[] = [
    ...(answer && query ? hitGroups(t, answer) : []),
    ...placeGroups(t, frame, query),
  ];
  if (query) groups.push({ title: '', rows: [allResultsRow(t, query)] });
  const rows = groups.flatMap((group) => group.rows);
  const current = rows[Math.min(active, rows.length - 1)];

  const choose = (row: PaletteRow) => {
    dialog.current?.close();
    if (row.to) navigate(row.to);
    row.run?.();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setActive((now) => (Math.min(now, rows.length - 1) + step + rows.length) % rows.length);
    } else if (event.key === 'Enter' && current && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(current);
    }
  };

  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      onKeyDown={onKeyDown}
      aria-label={t('shell.palette')}
      className="mx-auto mt-[8vh] mb-0 w-[min(36rem,calc(100vw-1.5rem))] animate-appear overflow-hidden rounded-lg bg-raised p-0 text-ink shadow-float"
    >
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search aria-hidden="true" className="size-[1.125rem] shrink-0 text-muted" />
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={current ? `${id}-${current.id}` : undefined}
          aria-label={t('shell.searchLabel')}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('shell.searchPlaceholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          className="h-13 min-w-0 flex-1 bg-transparent outline-none"
        />
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('shell.palette')}
        className="max-h-[60vh] overflow-y-auto p-2"
      >
        {groups.map((group) => (
          <Group key={group.title} group={group} id={id} current={current} onChoose={choose} />
        ))}
      </div>
      <p role="status" className="border-t border-line px-4 py-2 text-mini text-muted">
        {failed && t('shell.paletteFailed')}
        {!failed && answer && answered === query && isEmpty(answer) && t('shell.paletteEmpty', { query })}
        {!failed && !(answer && isEmpty(answer)) && t('shell.paletteHint')}
      </p>
    </dialog>
  );
}

function isEmpty(answer: SuggestAnswer): boolean {
  return Object.values(answer).every((hits) => hits.length === 0);
}

type GroupProps = {
  group: PaletteGroup;
  id: string;
  current: PaletteRow | undefined;
  onChoose: (row: PaletteRow) => void;
};

function Group({ group, id, current, onChoose }: GroupProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group inside a listbox is a role, not a fieldset
    <div role="group" aria-label={group.title || undefined}>
      {group.title && <div className="px-3 pt-2 pb-1 text-mini font-medium text-muted">{group.title}</div>}
      {group.rows.map((row) => (
        <Row
          key={row.id}
          row={row}
          id={id}
          selected={row === current || row.id === current?.id}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

type RowProps = { row: PaletteRow; id: string; selected: boolean; onChoose: (row: PaletteRow) => void };

function Row({ row, id, selected, onChoose }: RowProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) element.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keys
    <div
      ref={element}
      id={`${id}-${row.id}`}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      onClick={() => onChoose(row)}
      className={cn(
        'flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 [&>span>svg]:size-4',
        selected ? 'bg-brand-soft text-brand-ink' : 'text-soft hover:bg-sunk',
      )}
    >
      <span className="grid w-7 shrink-0 place-items-center">{row.icon}</span>
      <span className="flex min-w-0 flex-1 flex-col sm:flex-row sm:items-baseline sm:gap-3">
        <span className="min-w-0 truncate text-ink" dir="auto">
          {row.text}
        </span>
        {row.detail && (
          <span className="min-w-0 truncate text-meta text-muted sm:ms-auto sm:shrink-[3]">{row.detail}</span>
        )}
      </span>
    </div>
  );
}
