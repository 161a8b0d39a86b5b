import { CircleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';

type ErrorSummaryProps = {
  title: ReactNode;
  /** Field name (also the control's id) and what is wrong with it, in words. */
  errors: { field: string; text: ReactNode }[];
};

/** All faults of a form at its top; takes the focus, and each line leads to its field. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-lg border border-bad/40 bg-bad-soft px-4 py-3 text-bad"
    >
      <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <ul className="mt-1 text-meta">
          {errors.map(({ field, text }) => (
            <li key={field}>
              <a href={`#${field}`} className="underline underline-offset-2">
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
