import { useEffect, useState } from 'react';
import type { FrameData } from './frame-data.ts';
import { useT } from './i18n.tsx';
import { useLive } from './live.tsx';

type Unread = FrameData['unread'];

/** The counts of the page's load, overtaken by what the socket says since. */
export function useUnread(loaded: Unread, me: string): Unread {
  const [unread, setUnread] = useState(loaded);
  const { feed, notifications } = loaded;
  useEffect(() => setUnread({ feed, notifications }), [feed, notifications]);
  useLive('unread', (counts) => {
    if (typeof counts.feed === 'number') {
      const feed = counts.feed;
      setUnread((current) => ({ ...current, feed }));
    }
    if (typeof counts.notifications === 'number') {
      const notifications = counts.notifications;
      setUnread((current) => ({ ...current, notifications }));
    }
  });
  // What others publish counts at once, without asking; what one writes oneself is never unread.
  useLive('feed.new', (message) => {
    if (message.authorId !== me) setUnread((current) => ({ ...current, feed: current.feed + 1 }));
  });
  return unread;
}

/** "4 unread", as it is read aloud. */
export function useUnreadLabel(): (count: number) => string {
  const t = useT();
  return (count) => (count > 99 ? t('shell.unreadMany') : t('shell.unread', { count }));
}
