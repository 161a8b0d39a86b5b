import { type FormEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import { draftOf, type FormDraft, readFormDraft, writeFormDraft } from '#app/shell/form-draft.ts';

type Options = {
  /** Names the draft, a person's own id in it; null keeps nothing, as on a shared terminal. */
  key: string | null;
  area: RefObject<HTMLTextAreaElement | null>;
  /** Puts back what was kept; not called where somebody has begun to write before the page came alive. */
  onRestored: (draft: FormDraft) => void;
};

/** Keeps a pin that is being written in this browser until the board has it: a reload or a broken connection loses nothing. */
export function usePinDraft({ key, area, onRestored }: Options) {
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
  const keep = useCallback(
    ({ currentTarget }: FormEvent<HTMLFormElement>) => {
      const draft = draftOf(new FormData(currentTarget));
      if (name) writeFormDraft(name, draft.text?.trim() ? draft : null);
    },
    [name],
  );
  const forget = useCallback(() => {
    if (name) writeFormDraft(name, null);
  }, [name]);
  return { keep, forget };
}
