import { useState } from 'react';
import { foresee } from '#app/conversation/comments/foresee.ts';
import { type Exchange, type Outcome, useExchange } from '#app/shell/exchange.ts';
import { useT } from '#app/shell/i18n.tsx';
import { THREAD_SPREAD_MS, useReload } from '#app/shell/use-reload.ts';
import { useToast } from '#app/ui/toast.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { EntryAnswer } from './entry.route.ts';
import { entryAddress } from './entry-form-data.ts';

type Fields = Record<string, string>;

/** An entry with its comments as last seen, and the means to act on it and to look again. */
export type LiveEntry = {
  entry: EntryView;
  comments: EntryView[];
  earlier: number;
  deleted: boolean;
  /** Does it, and says so where it failed; true once the server has it. */
  act: (fields: Fields, entryId?: string) => Promise<boolean>;
  /** Does it; what went wrong, in the reader's words, is the caller's to show. */
  attempt: (fields: Fields, entryId?: string) => Promise<string | null>;
  reload: () => void;
};

type Given = { entry: EntryView; comments: EntryView[]; earlier?: number };

/** What everything below one entry is sent through, so that each answer shows the whole thread as it stands now. */
export function useEntryExchange(entryId: string): Exchange<EntryAnswer> {
  return useExchange<EntryAnswer>(`entry-${entryId}`);
}

/**
 * Keeps one entry up to date on the screen: actions answer with how the thread stands, so that nothing else on the
 * page is asked again. What the page loads anew wins over what was known here.
 */
export function useEntry(given: Given): LiveEntry {
  const t = useT();
  const toast = useToast();
  const exchange = useEntryExchange(given.entry.id);
  const reload = useReload(exchange, entryAddress(given.entry.id), THREAD_SPREAD_MS);
  const { thread, deleted } = useNewest(given, exchange.data);

  const shown = (entry: EntryView) =>
    exchange.pending
      .filter((sent) => sent.address === entryAddress(entry.id))
      .reduce((known, sent) => foresee(known, sent.fields), entry);
  const attempt = async (fields: Fields, entryId = given.entry.id) => {
    const key = faultOf(await exchange.submit(fields, entryAddress(entryId)));
    return key === null ? null : t.maybe(key);
  };
  return {
    entry: shown(thread.entry),
    comments: thread.comments.map(shown),
    earlier: thread.earlier ?? 0,
    deleted,
    attempt,
    act: async (fields, entryId) => {
      const fault = await attempt(fields, entryId);
      if (fault !== null) toast({ text: fault, tone: 'bad' });
      return fault === null;
    },
    reload,
  };
}

/** The key of what went wrong: no answer, or one that refuses. */
export function faultOf({ answer, failure }: Outcome<EntryAnswer>): string | null {
  return failure ?? Object.values(answer.errors ?? {})[0]?.[0] ?? null;
}

// Decided while rendering, not in an effect: what was foreseen and what has come of it change in one frame.
function useNewest(given: Given, answer: EntryAnswer | undefined): { thread: Given; deleted: boolean } {
  const [known, setKnown] = useState({ thread: given, deleted: false, given, answer });
  const { entry, comments } = known.given;
  let newest = known;
  if (entry !== given.entry || comments !== given.comments) newest = { ...known, thread: given, given };
  if (answer !== known.answer) {
    newest = { ...newest, answer };
    if (answer?.thread?.entry.id === given.entry.id)
      newest = { ...newest, thread: answer.thread, deleted: false };
    else if (answer?.intent === 'delete') newest = { ...newest, deleted: true };
  }
  if (newest !== known) setKnown(newest);
  return newest;
}
