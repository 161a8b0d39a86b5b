import { cn } from './cn.ts';

type CountBadgeProps = {
  count: number;
  /** Read aloud instead of the bare number: "4 unread". */
  label: string;
  /** On top of an icon: smaller, with a gap around it in the ground's colour. */
  onIcon?: boolean;
  className?: string;
};

/** How many wait: exact to 99, then "99+"; nothing at all for none. */
export function CountBadge({ count, label, onIcon = false, className }: CountBadgeProps) {
  if (count <= 0) return null;
  return (
    <span
      className={cn(
        'inline-grid place-items-center rounded-full bg-brand font-semibold text-on-brand tabular-nums',
        onIcon
          ? 'h-4 min-w-4 px-1 text-[0.625rem] leading-none ring-2 ring-bg'
          : 'h-[1.125rem] min-w-[1.375rem] px-1.5 text-mini',
        className,
      )}
    >
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
