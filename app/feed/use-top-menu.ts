import { Pin, PinOff } from 'lucide-react';
import { useEffect } from 'react';
import { useExchange } from '#app/shell/exchange.ts';
import { useT } from '#app/shell/i18n.tsx';
import { useRefresh } from '#app/shell/use-refresh.ts';
import type { MenuItem } from '#app/ui/menu.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { FeedItemView } from '#server/domain/feed/feed.view.ts';
import type { TopAnswer } from './top.route.ts';

const EXCHANGE = 'feed-top';

/** For whoever may: a post goes on top of the feed of all whom it reaches, and off it. */
export function useTopMenu({ entry, mayPutOnTop, standsOnTop }: FeedItemView): MenuItem[] {
  const t = useT();
  const toast = useToast();
  const { submit } = useExchange<TopAnswer>(EXCHANGE);
  if (!mayPutOnTop || !entry) return [];
  const send = (intent: string) => async () => {
    const { failure } = await submit({ intent }, `/posts/${entry.id}/top`);
    if (failure) toast({ text: t(failure), tone: 'bad' });
  };
  return [
    standsOnTop
      ? { label: t('feed.takeOffTop'), icon: PinOff, onSelect: send('take-off-top') }
      : { label: t('feed.putOnTop'), icon: Pin, onSelect: send('put-on-top') },
  ];
}

/** Once a page whose cards have such a menu: says that it is done, and shows the page as it is now. */
export function useTopAnswers(): void {
  const t = useT();
  const toast = useToast();
  const refresh = useRefresh();
  const { data } = useExchange<TopAnswer>(EXCHANGE);
  useEffect(() => {
    if (!data) return;
    toast({ text: t(data.onTop ? 'feed.putOnTopDone' : 'feed.tookOffTop'), tone: 'ok' });
    void refresh();
  }, [data, t, toast, refresh]);
}
