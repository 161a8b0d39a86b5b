import { useEffect, useRef, useState } from 'react';
import { useExchange } from './exchange.ts';
import type { FrameData } from './frame-data.ts';
import { useT } from './i18n.tsx';
import { useCatchUp, useLive } from './live.tsx';
import { useReload } from './use-reload.ts';

type Unread = FrameData['unread'];

/** Whoever did not hear that something went can't tell whether its return makes one more: they ask, each in their own time. */
const SPREAD_MS = 5_000;

/** The counts of the page's load, overtaken by what the socket says since. */
export function useUnread(loaded: Unread, me: string): Unread {
  const [unread, setUnread] = useState(loaded);
  const { feed, notifications } = loaded;
  useEffect(() => setUnread({ feed, notifications }), [feed, notifications]);
  // Counted here since the page came, as far as it is still unread: should one be hidden or deleted, it counts no more.
  const counted = useRef(new Set<string>());
  // What went meanwhile, and whether it made one less here.
  const gone = useRef(new Map<string, boolean>());
  const missed = useExchange<Unread>('unread');
  const countAgain = useReload(missed, '/unread', SPREAD_MS);
  useLive('unread', (told) => {
    const marked = told.items?.split(',') ?? [];
    for (const known of [counted.current, gone.current]) {
      if (told.upTo || told.unreadFrom) known.clear();
      for (const item of marked) known.delete(item);
    }
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
    const less = counted.current.delete(itemId) || seen !== null;
    gone.current.set(itemId, less);
    if (less) setUnread((current) => ({ ...current, feed: oneLess(current.feed) }));
  });
  useLive('feed.back', ({ itemId, authorId }) => {
    if (authorId === me) return;
    const less = gone.current.get(itemId);
    gone.current.delete(itemId);
    if (less === undefined) countAgain();
    if (!less) return;
    counted.current.add(itemId);
    setUnread((current) => ({ ...current, feed: current.feed + 1 }));
  });
  useCatchUp(() => void missed.load('/unread'));
  useEffect(() => {
    if (missed.data) setUnread(missed.data);
  }, [missed.data]);
  return unread;
}

/** Of "99+" nobody knows how many they are. */
function oneLess(count: number): number {
  return count > 99 ? count : Math.max(0, count - 1);
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
