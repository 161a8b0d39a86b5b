import type { LucideIcon } from 'lucide-react';
import { cn } from '#app/ui/cn.ts';

type ChoicesProps<V extends string> = {
  /** Names the group for screen readers. */
  legend: string;
  name: string;
  value: V;
  onChange: (value: V) => void;
  choices: { value: V; label: string; icon: LucideIcon }[];
  quiet?: boolean;
};

/** One of a few, as chips: radio buttons underneath, so that keys and forms without script work. */
export function Choices<V extends string>({
  legend,
  name,
  value,
  onChange,
  choices,
  quiet,
}: ChoicesProps<V>) {
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{legend}</legend>
      <div className="flex flex-wrap gap-1.5">
        {choices.map(({ value: own, label, icon: Icon }) => (
          <label
            key={own}
            className={cn(
              'inline-flex min-h-7 max-w-full items-center gap-1.5 rounded-full px-2.5 py-0.5 text-meta font-medium transition-colors',
              'has-checked:bg-brand-soft has-checked:text-brand-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
              quiet
                ? 'border border-line text-soft not-has-checked:hover:bg-sunk has-checked:border-brand'
                : 'bg-sunk text-soft not-has-checked:hover:text-ink',
            )}
          >
            <input
              type="radio"
              name={name}
              value={own}
              checked={value === own}
              onChange={() => onChange(own)}
              className="sr-only"
            />
            <Icon aria-hidden="true" className="size-4 shrink-0" />
            <span className="min-w-0 break-words">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
