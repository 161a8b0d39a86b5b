import { useCallback } from 'react';
import { useExchange } from '#app/shell/exchange.ts';
import { useT } from '#app/shell/i18n.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { ReadMarks } from '#server/domain/events.ts';
import { noteMarks } from './read-marks.ts';

/** Marks items read or unread, here at once and on every device; a mark that somebody asked for says what came of it. */
export function useMark() {
  const t = useT();
  const toast = useToast();
  const { submit } = useExchange('feed-read');
  /** In passing: where it cannot be said now, the items stay unread. */
  const mark = useCallback(
    async (marks: ReadMarks) => {
      const { failure } = await submit({ ...marks }, '/feed/read');
      if (!failure) noteMarks(marks);
      return failure;
    },
    [submit],
  );
  const markFromHere = useCallback(
    async (unreadFrom: string) => {
      const failure = await mark({ unreadFrom });
      toast(failure ? { text: t(failure), tone: 'bad' } : { text: t('feed.markedUnread') });
    },
    [mark, t, toast],
  );
  const markAll = useCallback(
    async (upTo: string) => {
      const failure = await mark({ upTo });
      toast(failure ? { text: t(failure), tone: 'bad' } : { text: t('feed.markedAllRead') });
    },
    [mark, t, toast],
  );
  return { mark, markFromHere, markAll };
}
