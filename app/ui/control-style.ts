/** The face of everything one types into: its border reaches 3:1 (WCAG 1.4.11). */
export const CONTROL_STYLE =
  'w-full rounded-md border border-control-line bg-surface px-3 text-ink transition-colors hover:border-soft focus-visible:outline-offset-0 disabled:bg-sunk disabled:text-muted aria-[invalid=true]:border-bad';
