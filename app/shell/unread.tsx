import { useEffect, useRef, useState } from 'react';
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
  // Counted here since the page came, as far as it is still unread: should one be hidden or deleted, it counts no more.
  const counted = useRef(new Set<string>());
  useLive('unread', (told) => {
    if (told.upTo || told.unreadFrom) counted.current.clear();
    for (const item of told.items?.split(',') ?? []) counted.current.delete(item);
    setUnread((current) => ({ ...current, ...countsIn(told) }));
  });
  // What others publish counts at once, without asking; what one writes oneself is never unread.
  useLive('feed.new', (message) => {
    if (message.authorId === me) return;
    counted.current.add(message.itemId);
    setUnread((current) => ({ ...current, feed: current.feed + 1 }));
  });
  useLive('feed.gone', ({ itemId }) => {
    const seen = document.querySelector(`[data-item="${CSS.escape(itemId)}"][data-unread]`);
    if (!counted.current.delete(itemId) && !seen) return;
    setUnread((current) => ({
      ...current,
      feed: current.feed > 99 ? current.feed : Math.max(0, current.feed - 1),
    }));
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
