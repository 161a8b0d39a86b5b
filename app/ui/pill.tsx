import { type ButtonHTMLAttributes, forwardRef, type Ref } from 'react';
import { cn } from './cn.ts';

type PillProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** On or off: a filter, my reaction. Leave out for a pill that only does something. */
  pressed?: boolean;
};

/** A small round button: filters, reactions, choices. */
export const Pill = forwardRef(function Pill(
  { pressed, className, type = 'button', ...rest }: PillProps,
  ref: Ref<HTMLButtonElement>,
) {
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      aria-pressed={pressed}
      className={cn(
        'inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-meta font-medium transition-colors disabled:opacity-55 [&_svg]:size-4',
        pressed
          ? 'border-brand bg-brand-soft text-brand-ink'
          : 'border-line bg-surface text-soft enabled:hover:bg-sunk enabled:hover:text-ink',
        className,
      )}
    />
  );
});

/** The same look for what can't be pressed, or for links. */
export function pillStyle({ active = false }: { active?: boolean } = {}): string {
  return cn(
    'inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-meta font-medium transition-colors [&_svg]:size-4',
    active
      ? 'border-brand bg-brand-soft text-brand-ink'
      : 'border-line bg-surface text-soft [a]:hover:bg-sunk [a]:hover:text-ink',
  );
}
