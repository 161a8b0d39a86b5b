import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { cn } from './cn.ts';
import { IconButton } from './icon-button.tsx';

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
  /** Buttons at the bottom, the main one last. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
};

const WIDTHS = { sm: 'w-[26rem]', md: 'w-[36rem]', lg: 'w-[52rem]' };

/** A modal window: the browser's own `<dialog>`, which traps the focus, closes by Esc and gives the focus back. */
export function Dialog({ open, onClose, title, closeLabel, children, footer, size = 'md' }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it; the click outside is a convenience
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      className={cn(
        'm-auto max-h-[min(90dvh,52rem)] max-w-[calc(100vw-1.5rem)] flex-col overflow-hidden rounded-lg bg-raised p-0 text-ink shadow-float open:flex open:animate-appear',
        WIDTHS[size],
      )}
    >
      {open && (
        <>
          <header className="flex items-start justify-between gap-3 px-5 pt-4 pb-2">
            <h2 id={titleId} className="text-lead font-semibold text-balance">
              {title}
            </h2>
            <IconButton label={closeLabel} onClick={() => dialog.current?.close()}>
              <X aria-hidden="true" />
            </IconButton>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </footer>
          )}
        </>
      )}
    </dialog>
  );
}
