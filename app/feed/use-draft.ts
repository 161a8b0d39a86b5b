import { useNavigation } from '@remix-run/react';
import { type ChangeEvent, type RefObject, useEffect, useRef } from 'react';

type DraftOptions = {
  /** Names the draft, a person's own id in it; null keeps nothing, as on a shared terminal. */
  key: string | null;
  area: RefObject<HTMLTextAreaElement | null>;
  /** The last attempt to send it was refused, or did not get through. */
  failed: boolean;
  onSent?: () => void;
};

/** Keeps what somebody writes in this browser until it is sent: a reload, a crash or a broken connection loses nothing. */
export function useDraft({ key, area, failed, onSent }: DraftOptions) {
  const { state } = useNavigation();
  const sent = useRef(false);
  const name = key && `draft:${key}`;
  const latest = useRef(onSent);
  useEffect(() => {
    latest.current = onSent;
  });
  useEffect(() => {
    const draft = name && read(name);
    const element = area.current;
    if (draft && element && !element.value) element.value = draft;
  }, [name, area]);
  useEffect(() => {
    if (!sent.current || state !== 'idle') return;
    sent.current = false;
    if (failed) return;
    if (name) write(name, '');
    latest.current?.();
  }, [state, failed, name]);
  // Begins with the submission under way, not with the click: until then the page is idle still.
  const submitting = useRef(false);
  useEffect(() => {
    if (state === 'submitting' && submitting.current) sent.current = true;
    if (state === 'idle') submitting.current = false;
  }, [state]);
  return {
    keep: (event: ChangeEvent<HTMLTextAreaElement>) => name && write(name, event.currentTarget.value),
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
