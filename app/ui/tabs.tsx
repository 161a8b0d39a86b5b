import { NavLink, type NavLinkProps, useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { cn } from './cn.ts';

type TabsProps = { label: string; children: ReactNode; className?: string };

/** Views of one thing, each with its own address: links, so that Back, reload and no JavaScript work. */
export function Tabs({ label, children, className }: TabsProps) {
  const bar = useRef<HTMLElement>(null);
  const { key } = useLocation();
  // On a phone the bar is wider than the screen: where one is must be in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is what moves the mark
  useEffect(() => {
    const here = bar.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (here && bar.current) bar.current.scrollLeft = here.offsetLeft - bar.current.clientWidth / 2;
  }, [key]);
  return (
    <nav ref={bar} aria-label={label} className={cn('relative overflow-x-auto', className)}>
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
