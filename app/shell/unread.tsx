import { useEffect, useState } from 'react';
import { useExchange } from './exchange.ts';
import type { FrameData } from './frame-data.ts';
import { useT } from './i18n.tsx';
import { useCatchUp, useLive } from './live.tsx';

type Unread = FrameData['unread'];

/** The counts of the page's load, overtaken by what the socket says since. */
export function useUnread(loaded: Unread, me: string): Unread {
  const [unread, setUnread] = useState(loaded);
  const { feed, notifications } = loaded;
  useEffect(() => setUnread({ feed, notifications }), [feed, notifications]);
  useLive('unread', (told) => setUnread((current) => ({ ...current, ...countsIn(told) })));
  // What others publish counts at once, without asking; what one writes oneself is never unread.
  useLive('feed.new', (message) => {
    if (message.authorId !== me) setUnread((current) => ({ ...current, feed: current.feed + 1 }));
  });
  const missed = useExchange<Unread>('unread');
  useCatchUp(() => void missed.load('/unread'));
  useEffect(() => {
    if (missed.data) setUnread(missed.data);
  }, [missed.data]);
  return unread;
}

function countsIn({ feed, notifications }: Partial<Unread>): Partial<Unread> {
  return {
    ...(feed === undefined ? {} : { feed }),
    ...(notifications === undefined ? {} : { notifications }),
  };
}

/** "4 unread", as it is read aloud. */
export function useUnreadLabel(): (count: number) => string {
  const t = useT();
  return (count) => (count > 99 ? t('shell.unreadMany') : t('shell.unread', { count }));
}
