import type {
  HTMLAttributes,
  ReactNode,
  TableHTMLAttributes,
  TdHTMLAttributes,
  ThHTMLAttributes,
} from 'react';
import { cn } from './cn.ts';

type TableProps = {
  caption: ReactNode;
  captionHidden?: boolean;
  /** For a table that is more than one to read: its role, its keys. */
  table?: TableHTMLAttributes<HTMLTableElement>;
  children: ReactNode;
  className?: string;
};

/** Rows and columns; scrolls sideways inside itself on narrow screens, also by keyboard. */
export function Table({ caption, captionHidden = true, table, children, className }: TableProps) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={typeof caption === 'string' ? caption : undefined}
      // Relative: words for screen readers are placed absolutely, and would widen the page from outside the scroller.
      className={cn('relative overflow-x-auto rounded-lg border border-line bg-surface', className)}
    >
      <table {...table} className="w-full text-start text-meta">
        <caption className={captionHidden ? 'sr-only' : 'px-4 py-3 text-start font-semibold'}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  );
}

export function HeadCell({ className, ...rest }: ThHTMLAttributes<HTMLTableCellElement>) {
  return (
    <th
      scope="col"
      {...rest}
      className={cn(
        'border-b border-line px-4 py-2.5 text-start font-medium whitespace-nowrap text-muted',
        className,
      )}
    />
  );
}

export function Row({ className, ...rest }: HTMLAttributes<HTMLTableRowElement>) {
  return <tr {...rest} className={cn('border-b border-line last:border-0', className)} />;
}

export function Cell({ className, ...rest }: TdHTMLAttributes<HTMLTableCellElement>) {
  return <td {...rest} className={cn('px-4 py-2.5 align-top', className)} />;
}
