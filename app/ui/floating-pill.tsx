import type { ButtonHTMLAttributes } from 'react';
import { cn } from './cn.ts';

/** "3 new posts": floats over a list, so that what one reads never moves. */
export function FloatingPill({ className, ...rest }: ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      {...rest}
      className={cn(
        'inline-flex h-9 animate-appear items-center gap-2 rounded-full bg-brand px-4 text-meta font-semibold text-on-brand shadow-float transition-colors hover:bg-brand-hover [&_svg]:size-4',
        className,
      )}
    />
  );
}
