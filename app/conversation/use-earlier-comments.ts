import { useFetcher } from '@remix-run/react';
import { useEffect, useState } from 'react';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { EntryAnswer } from './entry.route.ts';
import { entryAddress } from './entry-form-data.ts';

/** Pages backwards through a long thread, before the comments that the page came with. */
export function useEarlierComments(entryId: string) {
  const fetcher = useFetcher<EntryAnswer>({ key: `earlier-${entryId}` });
  const [state, setState] = useState<{ comments: EntryView[]; earlier: number; loaded: boolean }>({
    comments: [],
    earlier: 0,
    loaded: false,
  });
  const thread = fetcher.data?.thread;
  useEffect(() => {
    if (!thread) return;
    setState((current) => ({
      comments: [...thread.comments, ...current.comments],
      earlier: thread.earlier,
      loaded: true,
    }));
  }, [thread]);
  return { ...state, load: (before: string) => fetcher.load(`${entryAddress(entryId)}?before=${before}`) };
}
