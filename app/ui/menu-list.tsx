import { Link } from '@remix-run/react';
import { DropdownMenu } from 'radix-ui';
import { Fragment } from 'react';
import { cn } from './cn.ts';
import type { MenuItem, MenuListProps } from './menu.tsx';

const ROW =
  'flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 text-meta outline-none select-none data-[highlighted]:bg-sunk [&_svg]:size-4';

/** The list of a menu; loaded by `Menu` when it is needed. */
export function MenuList({ items, label, open, onOpenChange, children }: MenuListProps) {
  return (
    <DropdownMenu.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={label}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-40 max-w-72 min-w-48 animate-appear rounded-lg bg-raised p-1.5 text-ink shadow-float"
        >
          {items.map((item) => (
            <Fragment key={item.label}>
              {item.separated && <DropdownMenu.Separator className="mx-2 my-1.5 h-px bg-line" />}
              <Row item={item} />
            </Fragment>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Row({ item }: { item: MenuItem }) {
  const Icon = item.icon;
  const className = cn(ROW, item.tone === 'bad' ? 'text-bad' : 'text-ink');
  const face = (
    <>
      {Icon && <Icon aria-hidden="true" className="shrink-0" />}
      {item.label}
    </>
  );
  if ('to' in item) {
    return (
      <DropdownMenu.Item asChild>
        <Link to={item.to} className={className}>
          {face}
        </Link>
      </DropdownMenu.Item>
    );
  }
  return (
    <DropdownMenu.Item className={className} onSelect={item.onSelect}>
      {face}
    </DropdownMenu.Item>
  );
}
