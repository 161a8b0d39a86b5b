import { useState } from 'react';
import type { EntryAnswer } from '#app/conversation/entry.route.ts';
import { entryAddress } from '#app/conversation/entry-form-data.ts';
import { useExchange } from '#app/shell/exchange.ts';
import { useT } from '#app/shell/i18n.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { EntryView, ThreadView } from '#server/domain/conversation/entry.view.ts';

/** Pages backwards through a long thread, before the comments that the page came with. */
export function useEarlierComments(thread: ThreadView) {
  const entryId = thread.entry.id;
  const t = useT();
  const toast = useToast();
  const exchange = useExchange<EntryAnswer>(`earlier-${entryId}`);
  const [state, setState] = useState<{ comments: EntryView[]; earlier: number; loaded: boolean }>({
    // Those around the comment that a link points to came with the page.
    comments: thread.older ?? [],
    earlier: thread.older ? thread.earlier : 0,
    loaded: Boolean(thread.older),
  });
  const load = async (before: string) => {
    if (exchange.state !== 'idle') return;
    const { answer, failure } = await exchange.load(`${entryAddress(entryId)}?before=${before}`);
    const page = answer?.thread;
    if (failure) toast({ text: t(failure), tone: 'bad' });
    if (!page) return;
    setState((current) => ({
      comments: [...page.comments, ...current.comments],
      earlier: page.earlier,
      loaded: true,
    }));
  };
  return { ...state, load };
}
