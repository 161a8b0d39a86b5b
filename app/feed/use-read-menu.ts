import { Check, MailOpen } from 'lucide-react';
import { useEffect } from 'react';
import { useExchange } from '#app/shell/exchange.ts';
import { useT } from '#app/shell/i18n.tsx';
import type { MenuItem } from '#app/ui/menu.tsx';
import type { FeedItemView } from '#server/domain/feed/feed.view.ts';
import { useIsUnread } from './read-marks.ts';
import { useMark } from './use-mark.ts';

/** Whether an item is unread, and what its menu offers about that; one that is open by itself is read thereby. */
export function useReadMenu(item: FeedItemView, alone: boolean): { unread: boolean; menu: MenuItem[] } {
  const t = useT();
  const unread = useIsUnread(item);
  const { mark, markFromHere } = useMark();
  const { submit } = useExchange('feed-read');
  const opened = alone ? item.entry?.id : undefined;
  useEffect(() => {
    if (opened) void submit({ opened }, '/feed/read');
  }, [opened, submit]);
  if (alone || item.unread === null) return { unread: false, menu: [] };
  const menu: MenuItem[] = [
    { label: t('feed.markUnreadFrom'), icon: MailOpen, onSelect: () => void markFromHere(item.at) },
  ];
  if (unread)
    menu.unshift({
      label: t('feed.markRead'),
      icon: Check,
      onSelect: () => void mark({ items: item.id }),
    });
  return { unread, menu };
}
