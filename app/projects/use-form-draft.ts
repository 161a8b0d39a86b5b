import { useNavigation } from '@remix-run/react';
import { type FormEvent, useCallback, useEffect, useState } from 'react';

export type FormDraft = Record<string, string>;

/**
 * Keeps the fields of a form in this browser until it was sent. `restored` is what was found of an earlier try,
 * after the page has come alive; a key of null keeps nothing, as on a shared terminal.
 */
export function useFormDraft(key: string | null, own: string) {
  const name = key && `draft:${key}`;
  const [restored, setRestored] = useState<FormDraft>();
  const navigation = useNavigation();
  useEffect(() => setRestored((name && read(name)) || undefined), [name]);
  // Sent and accepted: the answer leads elsewhere. A refusal stays where the form is.
  const left =
    navigation.state === 'loading' &&
    navigation.formMethod !== undefined &&
    navigation.location.pathname !== own;
  useEffect(() => {
    if (left && name) write(name, null);
  }, [left, name]);
  const keep = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      if (!name) return;
      const fields = [...new FormData(event.currentTarget)].filter(([field]) => field !== 'idempotencyKey');
      write(name, Object.fromEntries(fields.map(([field, value]) => [field, String(value)])));
    },
    [name],
  );
  const discard = useCallback(() => {
    if (name) write(name, null);
    setRestored(undefined);
  }, [name]);
  return { restored, keep, discard };
}

// Storage may be switched off, full or tampered with; a draft is a comfort, never a reason to fail.
function read(name: string): FormDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
    if (kept === null || typeof kept !== 'object') return null;
    return Object.fromEntries(Object.entries(kept).map(([field, value]) => [field, String(value)]));
  } catch {
    return null;
  }
}

function write(name: string, draft: FormDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(draft));
  } catch {
    // As above.
  }
}
