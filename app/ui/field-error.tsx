import type { ReactNode } from 'react';

/** What is wrong with a control that has no `<Field>` around it: names this id in its `aria-describedby`. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-meta font-medium text-bad">
      {children}
    </p>
  );
}
