import { type ReactNode, useEffect, useId, useRef } from 'react';
import { cn } from './cn.ts';

type PopoverProps = {
  /** What the button shows. */
  trigger: ReactNode;
  /** The button's name where its content is only a picture. */
  triggerLabel?: string;
  triggerClassName?: string;
  label: string;
  className?: string;
  children: ReactNode;
};

const GAP = 6;
const MARGIN = 8;

/**
 * A floating card beside its button: the browser's own popover (closes by Esc or a press outside, works without
 * script), placed below or above the button once it opens.
 */
export function Popover({
  trigger,
  triggerLabel,
  triggerClassName,
  label,
  className,
  children,
}: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = card.current;
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'open' && button.current && element)
        place(button.current, element);
    };
    element?.addEventListener('toggle', onToggle);
    return () => element?.removeEventListener('toggle', onToggle);
  }, []);
  return (
    <>
      <button
        ref={button}
        type="button"
        {...({ popovertarget: id } as object)}
        aria-label={triggerLabel}
        title={triggerLabel}
        className={triggerClassName}
      >
        {trigger}
      </button>
      <div
        ref={card}
        id={id}
        {...({ popover: 'auto' } as object)}
        role="dialog"
        aria-label={label}
        className={cn(
          'fixed m-auto w-max max-w-[calc(100vw-1rem)] rounded-lg bg-raised p-3 text-ink shadow-float open:animate-appear',
          className,
        )}
      >
        {children}
      </div>
    </>
  );
}

function place(button: HTMLElement, card: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const below = anchor.bottom + GAP;
  const fitsBelow = below + height <= window.innerHeight - MARGIN;
  const top = fitsBelow ? below : Math.max(MARGIN, anchor.top - GAP - height);
  const left = Math.min(Math.max(MARGIN, anchor.left), window.innerWidth - width - MARGIN);
  Object.assign(card.style, { inset: 'auto', margin: '0', top: `${top}px`, left: `${left}px` });
}
