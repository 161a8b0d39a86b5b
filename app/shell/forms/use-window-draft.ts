import { useRouteLoaderData } from '@remix-run/react';
import { type FormEvent, useCallback, useState } from 'react';
import type { loader as rootLoader } from '#app/root.tsx';
import { draftOf, type FormDraft, readFormDraft, writeFormDraft } from '#app/shell/forms/form-draft.ts';

/**
 * Keeps a changed wording in this browser until it is saved: who closes the window finds it there again. What was begun on
 * an older wording is not put over a newer one, and on a shared terminal nothing is kept.
 */
export function useEditDraft(entryId: string, revision: number) {
  const root = useRouteLoaderData<typeof rootLoader>('root');
  const me = root?.terminalSeconds === null ? root.frame?.me.personId : undefined;
  const name = me && `draft:edit:${me}:${entryId}`;
  const [kept, setKept] = useState<FormDraft | null>(() => {
    const found = name ? readFormDraft(name) : null;
    return found?.revision === String(revision) ? found : null;
  });
  const keep = useCallback(
    ({ currentTarget }: FormEvent<HTMLFormElement>) => {
      if (name) writeFormDraft(name, { ...draftOf(new FormData(currentTarget)), revision: String(revision) });
    },
    [name, revision],
  );
  const forget = useCallback(() => {
    if (name) writeFormDraft(name, null);
    setKept(null);
  }, [name]);
  return { kept, keep, forget };
}
