import { useNavigation } from '@remix-run/react';
import { type ChangeEvent, type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps what somebody writes in this browser until it is sent: a reload, a crash or a broken connection loses nothing.
 * @param key names the draft, a person's own id in it; null keeps nothing, as on a shared terminal.
 */
export function useDraft(key: string | null, area: RefObject<HTMLTextAreaElement | null>, given?: string) {
  const navigation = useNavigation();
  const sent = useRef(false);
  const name = key && `draft:${key}`;
  useEffect(() => {
    const draft = name && read(name);
    const element = area.current;
    if (!draft || given || !element || element.value) return;
    // Through the native setter and an event, so that the form knows of it as if it had been typed.
    element.value = draft;
  }, [name, given, area]);
  useEffect(() => {
    if (!sent.current || navigation.state !== 'loading') return;
    sent.current = false;
    if (!given && name) write(name, '');
  }, [navigation.state, name, given]);
  return {
    keep: (event: ChangeEvent<HTMLTextAreaElement>) => name && write(name, event.currentTarget.value),
    clearOnSuccess: () => {
      sent.current = true;
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
