import { NavLink, type NavLinkProps } from '@remix-run/react';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';

type TabsProps = { label: string; children: ReactNode; className?: string };

/** Views of one thing, each with its own address: links, so that Back, reload and no JavaScript work. */
export function Tabs({ label, children, className }: TabsProps) {
  return (
    <nav aria-label={label} className={cn('overflow-x-auto', className)}>
      <ul className="flex w-max gap-1 p-0.5">{children}</ul>
    </nav>
  );
}

type TabProps = Pick<NavLinkProps, 'to' | 'end' | 'prefetch' | 'preventScrollReset' | 'replace'> & {
  children: ReactNode;
  /** Decides by itself where the address alone can't, such as `?view=unread`. */
  active?: boolean;
};

export function Tab({ active, children, ...link }: TabProps) {
  return (
    <li>
      <NavLink
        {...link}
        aria-current={active === undefined ? undefined : active ? 'page' : false}
        className={({ isActive }) =>
          cn(
            'flex h-9 items-center gap-2 rounded-md px-3 text-meta font-medium whitespace-nowrap transition-colors [&_svg]:size-4',
            (active ?? isActive) ? 'bg-sunk text-ink' : 'text-soft hover:bg-sunk/60 hover:text-ink',
          )
        }
      >
        {children}
      </NavLink>
    </li>
  );
}
