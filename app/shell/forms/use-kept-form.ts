import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { draftOf, type FormDraft, readFormDraft, writeFormDraft } from './form-draft.ts';

type Options = {
  /** Names the draft, a person's own id in it; null keeps nothing, as on a shared terminal. */
  key: string | null;
  form: RefObject<HTMLFormElement | null>;
  area: RefObject<HTMLTextAreaElement | null>;
  /** Whether there is anything to lose; always the same function. */
  isBegun: (draft: FormDraft) => boolean;
  /** Puts back what was kept; not called where somebody has begun to write before the page came alive. */
  onRestored: (draft: FormDraft) => void;
};

/** Keeps a form that is being filled in, as a whole, in this browser until the server has it: a reload or a broken connection loses nothing. */
export function useKeptForm({ key, form, area, isBegun, onRestored }: Options) {
  const name = key && `draft:${key}`;
  const restored = useRef(onRestored);
  useEffect(() => {
    restored.current = onRestored;
  });
  useEffect(() => {
    const draft = name && readFormDraft(name);
    const element = area.current;
    if (draft && element && element.value === element.defaultValue) restored.current(draft);
  }, [name, area]);
  const keep = useCallback(() => {
    if (!name || !form.current) return;
    const draft = draftOf(new FormData(form.current));
    writeFormDraft(name, isBegun(draft) ? draft : null);
  }, [name, form, isBegun]);
  const forget = useCallback(() => {
    if (name) writeFormDraft(name, null);
  }, [name]);
  return { keep, forget };
}
