import { type FocusEvent, useEffect, useRef } from 'react';

/**
 * For a list whose parts may go while the focus is on one of them: it then comes to the list, not to nowhere.
 * @param changed what is another one whenever the list has changed.
 */
export function useHeldFocus(changed: unknown) {
  const list = useRef<HTMLElement>(null);
  const held = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever the list has changed
  useEffect(() => {
    if (held.current && document.activeElement === document.body)
      list.current?.focus({ preventScroll: true });
  }, [changed]);
  return {
    ref: list,
    tabIndex: -1,
    onFocus: () => {
      held.current = true;
    },
    // What is taken away goes to nobody; who goes elsewhere goes to somebody.
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) held.current = false;
    },
  };
}
