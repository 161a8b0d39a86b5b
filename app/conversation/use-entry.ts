import { useFetcher } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { THREAD_SPREAD_MS, useReload } from '#app/shell/use-reload.ts';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { EntryAnswer } from './entry.route.ts';
import { entryAddress } from './entry-form-data.ts';

/** An entry with its comments as last seen, and the means to act on it and to look again. */
export type LiveEntry = {
  entry: EntryView;
  comments: EntryView[];
  earlier: number;
  deleted: boolean;
  errors: EntryAnswer['errors'];
  values: EntryAnswer['values'];
  busy: boolean;
  lastIntent: EntryAnswer['intent'];
  act: (fields: Record<string, string>, entryId?: string) => void;
  reload: () => void;
};

/**
 * Keeps one entry up to date on the screen: actions answer with how the thread stands, so that nothing else on the
 * page is asked again. What the page loads anew wins over what was known here.
 */
export function useEntry(given: { entry: EntryView; comments: EntryView[]; earlier?: number }): LiveEntry {
  const fetcher = useFetcher<EntryAnswer>({ key: `entry-${given.entry.id}` });
  const reload = useReload(fetcher, entryAddress(given.entry.id), THREAD_SPREAD_MS);
  const [known, setKnown] = useState(given);
  const [deleted, setDeleted] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was loaded counts, not the object around it
  useEffect(() => setKnown(given), [given.entry, given.comments]);
  const answer = fetcher.data;
  useEffect(() => {
    if (answer?.thread?.entry.id === given.entry.id) {
      setKnown(answer.thread);
      setDeleted(false);
    } else if (answer?.intent === 'delete') setDeleted(true);
  }, [answer, given.entry.id]);
  return {
    entry: known.entry,
    comments: known.comments,
    earlier: known.earlier ?? 0,
    deleted,
    errors: answer?.errors,
    values: answer?.values,
    busy: fetcher.state !== 'idle',
    lastIntent: answer?.intent ?? null,
    act: (fields, entryId = given.entry.id) =>
      fetcher.submit(fields, { method: 'post', action: entryAddress(entryId) }),
    reload,
  };
}
