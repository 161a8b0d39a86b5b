import { X } from 'lucide-react';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { cn } from './cn.ts';

export type ToastInput = {
  text: ReactNode;
  tone?: 'plain' | 'ok' | 'bad';
  /** Undo, mostly. Pressing it closes the toast. */
  action?: { label: string; onSelect: () => void };
  /** How long it stays, in milliseconds; hovering or focusing it stops the clock. */
  duration?: number;
};

type Toast = ToastInput & { id: number };

const ToastContext = createContext<(toast: ToastInput) => void>(() => undefined);

/** `const toast = useToast(); toast({ text: t('common.deleted'), action: { label: t('common.undo'), onSelect } })` */
export function useToast(): (toast: ToastInput) => void {
  return useContext(ToastContext);
}

const DURATION_MS = 6_000;
const MOST_AT_ONCE = 3;

export function ToastProvider({ children, dismissLabel }: { children: ReactNode; dismissLabel: string }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const next = useRef(1);
  const show = useCallback((input: ToastInput) => {
    const id = next.current++;
    setToasts((current) => [...current, { ...input, id }].slice(-MOST_AT_ONCE));
  }, []);
  const remove = useCallback((id: number) => {
    setToasts((current) => current.filter((toast) => toast.id !== id));
  }, []);
  const context = useMemo(() => show, [show]);
  return (
    <ToastContext.Provider value={context}>
      {children}
      <div
        data-frame="toasts"
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-0 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-50 flex flex-col items-center gap-2 px-4 md:bottom-6"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={remove} dismissLabel={dismissLabel} />
        ))}
      </div>
    </ToastContext.Provider>
  );
}

type CardProps = { toast: Toast; onClose: (id: number) => void; dismissLabel: string };

function ToastCard({ toast, onClose, dismissLabel }: CardProps) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => onClose(toast.id), toast.duration ?? DURATION_MS);
    return () => clearTimeout(timer);
  }, [held, onClose, toast.id, toast.duration]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only stops the clock
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={cn(
        'pointer-events-auto flex max-w-lg animate-appear items-center gap-3 rounded-lg bg-raised py-2 ps-4 pe-2 shadow-float',
        toast.tone === 'bad' && 'text-bad',
        toast.tone === 'ok' && 'text-ok',
      )}
    >
      <span className="min-w-0 flex-1">{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          className="h-8 rounded-md px-2.5 font-medium text-brand-ink hover:bg-brand-soft"
          onClick={() => {
            toast.action?.onSelect();
            onClose(toast.id);
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button
        type="button"
        aria-label={dismissLabel}
        className="grid size-8 place-items-center rounded-md text-muted hover:bg-sunk hover:text-ink"
        onClick={() => onClose(toast.id)}
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </div>
  );
}
