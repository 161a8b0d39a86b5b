import { useNavigation } from '@remix-run/react';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { draftOf, type FormDraft, readFormDraft, writeFormDraft } from '#app/shell/forms/form-draft.ts';

/**
 * Keeps the fields of a form in this browser until it was sent. `restored` is what was found of an earlier try,
 * after the page has come alive; a key of null keeps nothing, as on a shared terminal.
 */
export function useFormDraft(key: string | null, own: string) {
  const name = key && `draft:${key}`;
  const [restored, setRestored] = useState<FormDraft>();
  const navigation = useNavigation();
  useEffect(() => setRestored((name && readFormDraft(name)) || undefined), [name]);
  // Sent and accepted: the answer leads elsewhere. A refusal stays where the form is.
  const left =
    navigation.state === 'loading' &&
    navigation.formMethod !== undefined &&
    navigation.location.pathname !== own;
  useEffect(() => {
    if (left && name) writeFormDraft(name, null);
  }, [left, name]);
  const keep = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      if (name) writeFormDraft(name, draftOf(new FormData(event.currentTarget)));
    },
    [name],
  );
  const discard = useCallback(() => {
    if (name) writeFormDraft(name, null);
    setRestored(undefined);
  }, [name]);
  return { restored, keep, discard };
}
