import { useFetcher } from '@remix-run/react';
import { Pin, PinOff } from 'lucide-react';
import { useEffect } from 'react';
import { useT } from '#app/shell/i18n.tsx';
import type { MenuItem } from '#app/ui/menu.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { FeedItemView } from '#server/domain/feed/feed.view.ts';
import type { TopAnswer } from './top.route.ts';

/** For whoever may: a post goes on top of the feed of all whom it reaches, and off it. */
export function useTopMenu({ entry, mayPutOnTop, onTop }: FeedItemView): MenuItem[] {
  const t = useT();
  const toast = useToast();
  const { data, submit } = useFetcher<TopAnswer>();
  useEffect(() => {
    if (data) toast({ text: t(data.onTop ? 'feed.putOnTopDone' : 'feed.tookOffTop'), tone: 'ok' });
  }, [data, t, toast]);
  if (!mayPutOnTop || !entry) return [];
  const send = (intent: string) => () =>
    submit({ intent }, { method: 'post', action: `/posts/${entry.id}/top` });
  return [
    onTop
      ? { label: t('feed.takeOffTop'), icon: PinOff, onSelect: send('take-off-top') }
      : { label: t('feed.putOnTop'), icon: Pin, onSelect: send('put-on-top') },
  ];
}
