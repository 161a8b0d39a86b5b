import { useState } from 'react';
import { useExchange } from '#app/shell/exchange.ts';
import { useT } from '#app/shell/i18n.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { EntryAnswer } from './entry.route.ts';
import { entryAddress } from './entry-form-data.ts';

/** Pages backwards through a long thread, before the comments that the page came with. */
export function useEarlierComments(entryId: string) {
  const t = useT();
  const toast = useToast();
  const exchange = useExchange<EntryAnswer>(`earlier-${entryId}`);
  const [state, setState] = useState<{ comments: EntryView[]; earlier: number; loaded: boolean }>({
    comments: [],
    earlier: 0,
    loaded: false,
  });
  const load = async (before: string) => {
    if (exchange.state !== 'idle') return;
    const { answer, failure } = await exchange.load(`${entryAddress(entryId)}?before=${before}`);
    const thread = answer?.thread;
    if (failure) toast({ text: t(failure), tone: 'bad' });
    if (!thread) return;
    setState((current) => ({
      comments: [...thread.comments, ...current.comments],
      earlier: thread.earlier,
      loaded: true,
    }));
  };
  return { ...state, load };
}
