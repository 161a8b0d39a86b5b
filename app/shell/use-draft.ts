import { useNavigation } from '@remix-run/react';
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

type DraftOptions = StoredOptions & {
  /** The last attempt to send it was refused, or did not get through. */
  failed: boolean;
  onSent?: () => void;
};

/** As {@link useStoredDraft}, for a form of the page's own action, which may lead to another page. */
export function useDraft({ failed, onSent, ...stored }: DraftOptions) {
  const { state } = useNavigation();
  const { keep, clear } = useStoredDraft(stored);
  const sent = useRef(false);
  const latest = useRef(onSent);
  useEffect(() => {
    latest.current = onSent;
  });
  useEffect(() => {
    if (!sent.current || state !== 'idle') return;
    sent.current = false;
    if (failed) return;
    clear();
    latest.current?.();
  }, [state, failed, clear]);
  // Begins with the submission under way, not with the click: until then the page is idle still.
  const submitting = useRef(false);
  useEffect(() => {
    if (state === 'submitting' && submitting.current) sent.current = true;
    if (state === 'idle') submitting.current = false;
  }, [state]);
  // Sent, and on to the next page.
  useEffect(
    () => () => {
      if (sent.current) clear();
    },
    [clear],
  );
  return {
    keep,
    onSubmit: () => {
      submitting.current = true;
    },
  };
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
