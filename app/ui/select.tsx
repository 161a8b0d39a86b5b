import { ChevronDown } from 'lucide-react';
import { forwardRef, type Ref, type SelectHTMLAttributes } from 'react';
import { cn } from './cn.ts';
import { CONTROL_STYLE } from './control-style.ts';

type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & {
  controlSize?: 'sm' | 'md';
};

/** The browser's own list: the one that phones, keyboards and screen readers know best. */
export const Select = forwardRef(function Select(
  { className, controlSize = 'md', children, ...rest }: SelectProps,
  ref: Ref<HTMLSelectElement>,
) {
  return (
    <span className={cn('relative inline-block min-w-0', className ?? 'w-full')}>
      <select
        {...rest}
        ref={ref}
        className={cn(
          CONTROL_STYLE,
          'cursor-pointer appearance-none truncate pe-9',
          controlSize === 'sm' ? 'h-8 text-meta' : 'h-10',
        )}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
});
