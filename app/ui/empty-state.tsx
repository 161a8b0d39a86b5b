import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';

type EmptyStateProps = {
  icon: LucideIcon;
  title: ReactNode;
  /** What belongs here. */
  children?: ReactNode;
  /** The first thing to do about it. */
  action?: ReactNode;
  className?: string;
};

/** Nothing here yet: says what belongs here and offers the first step. */
export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('flex flex-col items-center gap-2 px-6 py-12 text-center', className)}>
      <span className="mb-1 grid size-11 place-items-center rounded-full bg-sunk text-muted">
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-sm text-meta text-soft">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
