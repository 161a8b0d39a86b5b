import { useRouteLoaderData } from '@remix-run/react';
import { type FormEvent, useCallback, useState } from 'react';
import type { loader as rootLoader } from '#app/root.tsx';
import { draftOf, type FormDraft, readFormDraft, writeFormDraft } from './form-draft.ts';

/** The fields of windows into which somebody writes; the others are choices beside them. */
const WORDS = ['text', 'otherText', 'reason'];

/**
 * Keeps what is written in a window in this browser until it is sent: who closes it by Esc, or whose page goes away, finds
 * it there again. `about` says which window it is, and of what; what was begun on an older `revision` is not put over a
 * newer one. On a shared terminal nothing is kept.
 */
export function useWindowDraft(about: { window: string; id: string; revision?: number }) {
  const root = useRouteLoaderData<typeof rootLoader>('root');
  const me = root?.terminalSeconds === null ? root.frame?.me.personId : undefined;
  const name = me && `draft:${about.window}:${me}:${about.id}`;
  const revision = String(about.revision ?? '');
  const [kept, setKept] = useState<FormDraft | null>(() => {
    const found = name ? readFormDraft(name) : null;
    return found && (found.revision ?? '') === revision ? found : null;
  });
  const keep = useCallback(
    ({ currentTarget }: FormEvent<HTMLFormElement>) => {
      if (!name) return;
      const draft = draftOf(new FormData(currentTarget));
      const begun = WORDS.some((field) => draft[field]?.trim());
      writeFormDraft(name, begun ? { ...draft, revision } : null);
    },
    [name, revision],
  );
  const forget = useCallback(() => {
    if (name) writeFormDraft(name, null);
    setKept(null);
  }, [name]);
  return { kept, keep, forget };
}
