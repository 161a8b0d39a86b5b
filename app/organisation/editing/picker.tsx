import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Choice } from './edit-desk.ts';

type PickerProps = FindFieldProps & {
  /** Where what was typed without script fits several: these. */
  choices?: Choice[];
};

type FindFieldProps = {
  name: string;
  /** Asks for what fits; must stay the same function from one render to the next. */
  find: (text: string, signal: AbortSignal) => Promise<Choice[]>;
  initial?: Choice | null;
  // From the Field around it.
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean | 'true' | 'false';
};

const PAUSE_MS = 150;

/**
 * A field that finds one of many as somebody types; the form gets the id of what was chosen, and as `…Text` what was
 * typed, from which the server finds it where there is no script.
 */
export function Picker({ choices, ...props }: PickerProps) {
  if (!choices) return <FindField {...props} />;
  const { name, find: _, initial: __, ...field } = props;
  return (
    <Select {...field} name={name}>
      {choices.map(({ id, label, detail }) => (
        <option key={id} value={id}>
          {[label, detail].filter(Boolean).join(' · ')}
        </option>
      ))}
    </Select>
  );
}

function FindField({ name, find, initial = null, ...field }: FindFieldProps) {
  const t = useT();
  const listId = useId();
  const [chosen, setChosen] = useState<Choice | null>(initial);
  const [text, setText] = useState(initial?.label ?? '');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = useFound(open ? text.trim() : '', find);
  const shown = open && found.length > 0;
  const current = shown ? found[Math.min(active, found.length - 1)] : undefined;

  const choose = (choice: Choice) => {
    setChosen(choice);
    setText(choice.label);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      setActive((now) => (now + step + found.length) % found.length);
    } else if (event.key === 'Enter' && current && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(current);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      setOpen(false);
    }
  };
  return (
    <div className="relative">
      <input type="hidden" name={name} value={chosen?.id ?? ''} />
      <TextInput
        {...field}
        name={`${name}Text`}
        role="combobox"
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          // What was typed over is chosen no more.
          setChosen(null);
          setActive(0);
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t('orgEdit.found')}
        hidden={!shown}
        className="absolute inset-x-0 top-full z-40 mt-1 max-h-64 overflow-y-auto rounded-lg bg-raised p-1 shadow-float"
      >
        {found.map((choice) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
          <div
            key={choice.id}
            id={`${listId}-${choice.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={choice === current}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(choice)}
            className={cn(
              'min-h-9 cursor-pointer rounded-md px-2 py-1.5 text-meta',
              choice === current ? 'bg-brand-soft' : 'hover:bg-sunk',
            )}
          >
            <span className="block truncate font-medium">{choice.label}</span>
            <span className="block truncate text-mini text-muted">{choice.detail}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

function useFound(text: string, find: FindFieldProps['find']): Choice[] {
  const [found, setFound] = useState<Choice[]>([]);
  useEffect(() => {
    if (text === '') {
      setFound([]);
      return undefined;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      find(text, controller.signal).then(setFound, () => undefined);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, find]);
  return found;
}
