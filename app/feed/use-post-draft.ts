import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { draftOf, type FormDraft, readFormDraft, writeFormDraft } from '#app/shell/form-draft.ts';
import { isBegun } from './post-draft.ts';

type Options = {
  /** Names the draft, a person's own id in it; null keeps nothing, as on a shared terminal. */
  key: string | null;
  form: RefObject<HTMLFormElement | null>;
  area: RefObject<HTMLTextAreaElement | null>;
  /** Puts back what was kept; not called where somebody has begun to write before the page came alive. */
  onRestored: (draft: FormDraft) => void;
};

/** Keeps a whole post, with all that goes with it, in this browser until the server has it. */
export function usePostDraft({ key, form, area, onRestored }: Options) {
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
  }, [name, form]);
  const forget = useCallback(() => {
    if (name) writeFormDraft(name, null);
  }, [name]);
  return { keep, forget };
}
