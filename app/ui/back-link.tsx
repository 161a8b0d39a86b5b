import { Link } from '@remix-run/react';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';

type Props = { to: string; children: ReactNode; className?: string };

/** The way back to what a page belongs to, above its title. */
export function BackLink({ to, children, className }: Props) {
  return (
    <Link
      to={to}
      className={cn(
        'inline-flex min-h-6 w-fit items-center gap-1.5 rounded-sm text-meta font-medium text-soft hover:text-ink print:hidden',
        className,
      )}
    >
      <ArrowLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
      {children}
    </Link>
  );
}
