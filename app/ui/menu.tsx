import type { LucideIcon } from 'lucide-react';
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';

export type MenuItem = {
  label: string;
  icon?: LucideIcon;
  tone?: 'plain' | 'bad';
  /** A line above it. */
  separated?: boolean;
} & ({ to: string } | { onSelect: () => void });

export type MenuListProps = {
  items: MenuItem[];
  label: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
};

type MenuList = ComponentType<MenuListProps>;

// Radix' menu weighs more than a whole feed item; it comes when a pointer or the focus is near.
let loaded: MenuList | undefined;
const load = async () => {
  loaded = (await import('./menu-list.tsx')).MenuList;
  return loaded;
};

type MenuProps = {
  items: MenuItem[];
  /** The name of the menu, and of its button. */
  label: string;
  /** Looks of the button, usually `iconButtonStyle()`. */
  className?: string;
  children: ReactNode;
};

/** A button with a list of actions; arrow keys, type-ahead and Esc as everywhere. */
export function Menu({ items, label, className, children }: MenuProps) {
  const [List, setList] = useState<MenuList | undefined>(() => loaded);
  const [open, setOpen] = useState(false);
  const wanted = useRef(false);
  const focused = useRef(false);
  const button = useRef<HTMLButtonElement>(null);

  const prepare = () => {
    if (!List)
      load().then(
        (list) => {
          focused.current = document.activeElement === button.current;
          setList(() => list);
        },
        () => undefined,
      );
  };
  const openWhenReady = () => {
    if (List) return;
    wanted.current = true;
    prepare();
  };
  useEffect(() => {
    if (!List) return;
    // The list brings a button of its own in the place of the first one.
    if (focused.current) button.current?.focus();
    focused.current = false;
    if (!wanted.current) return;
    wanted.current = false;
    setOpen(true);
  }, [List]);

  const trigger = (
    <button
      ref={button}
      type="button"
      aria-label={label}
      aria-haspopup="menu"
      title={label}
      className={className}
      onPointerEnter={prepare}
      onFocus={prepare}
      // Should the list come between pressing and letting go, there is no click.
      onPointerDown={(event) => event.button === 0 && openWhenReady()}
      onClick={openWhenReady}
    >
      {children}
    </button>
  );
  if (!List) return trigger;
  return (
    <List items={items} label={label} open={open} onOpenChange={setOpen}>
      {trigger}
    </List>
  );
}
