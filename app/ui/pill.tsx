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
      className={cn(pressed ? 'pill-on' : 'pill', className)}
    />
  );
});

/** The same look for what can't be pressed, or for links. */
export function pillStyle({ active = false }: { active?: boolean } = {}): string {
  return active ? 'pill-on' : 'pill';
}
