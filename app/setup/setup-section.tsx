import { type ReactNode, useId } from 'react';
import { Card } from '#app/ui/card.tsx';

type SetupSectionProps = { number?: number; title: ReactNode; text?: ReactNode; children: ReactNode };

/** One step of the wizard. */
export function SetupSection({ number, title, text, children }: SetupSectionProps) {
  const id = useId();
  return (
    <Card as="section" aria-labelledby={id} className="md:p-6">
      <div className="flex items-start gap-3">
        {number && (
          <span
            aria-hidden="true"
            className="grid size-7 shrink-0 place-items-center rounded-full bg-brand-soft text-meta font-semibold text-brand-ink"
          >
            {number}
          </span>
        )}
        <div className="min-w-0">
          <h2 id={id} className="text-lead font-semibold">
            {title}
          </h2>
          {text && <p className="text-meta text-muted text-pretty">{text}</p>}
        </div>
      </div>
      <div className="mt-5 flex flex-col gap-5">{children}</div>
    </Card>
  );
}
