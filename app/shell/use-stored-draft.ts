import { type ChangeEvent, type RefObject, useCallback, useEffect, useRef } from 'react';

type StoredOptions = {
  /** Names the draft, a person's own id in it; null keeps nothing, as on a shared terminal. */
  key: string | null;
  area: RefObject<HTMLTextAreaElement | null>;
  onRestored?: (text: string) => void;
};

/** Keeps what somebody writes in this browser until it is sent: a reload, a crash or a broken connection loses nothing. */
export function useStoredDraft({ key, area, onRestored }: StoredOptions) {
  const name = key && `draft:${key}`;
  const restored = useRef(onRestored);
  useEffect(() => {
    restored.current = onRestored;
  });
  useEffect(() => {
    const draft = name && read(name);
    const element = area.current;
    if (!draft || !element || element.value !== element.defaultValue) return;
    element.value = draft;
    restored.current?.(draft);
  }, [name, area]);
  const keep = useCallback(
    ({ currentTarget: { value, defaultValue } }: ChangeEvent<HTMLTextAreaElement>) =>
      name && write(name, value === defaultValue ? '' : value),
    [name],
  );
  const clear = useCallback(() => {
    if (name) write(name, '');
  }, [name]);
  return { keep, clear };
}

// Storage may be switched off or full; a draft is a comfort, never a reason to fail.
function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch {
    // As above.
  }
}
