import { Bell, BellOff, LockKeyhole, LockKeyholeOpen, Share2 } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import type { MenuItem } from '#app/ui/menu.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { EntryTask } from './entry-menu.tsx';
import type { LiveEntry } from './use-entry.ts';

/** What one may settle about a whole thread: whether one hears of it, who else reads it, whether it is over. */
export function useThreadMenu(
  entry: EntryView,
  live: Pick<LiveEntry, 'act'>,
  onTask: (task: EntryTask) => void,
): MenuItem[] {
  const t = useT();
  const toast = useToast();
  const settle = (intent: 'follow' | 'unfollow' | 'mute', text: string) => async () => {
    if (await live.act({ intent })) toast({ text });
  };
  const items: MenuItem[] = [];
  if (entry.follow === 'follows')
    items.push({
      label: t('conversation.unfollow'),
      icon: Bell,
      onSelect: settle('unfollow', t('conversation.unfollowed')),
    });
  else
    items.push({
      label: t('conversation.follow'),
      icon: Bell,
      onSelect: settle('follow', t('conversation.followed')),
    });
  if (entry.follow === 'muted')
    items.push({
      label: t('conversation.unmute'),
      icon: Bell,
      onSelect: settle('unfollow', t('conversation.unmuted')),
    });
  else
    items.push({
      label: t('conversation.mute'),
      icon: BellOff,
      onSelect: settle('mute', t('conversation.mutedNow')),
    });
  if (entry.abilities.share)
    items.push({ label: t('feed.shareOn'), icon: Share2, onSelect: () => onTask('share') });
  if (entry.abilities.closeComments)
    items.push(
      entry.closed
        ? {
            label: t('conversation.reopen'),
            icon: LockKeyholeOpen,
            onSelect: () => void live.act({ intent: 'reopen' }),
          }
        : { label: t('conversation.close'), icon: LockKeyhole, onSelect: () => onTask('close') },
    );
  return items;
}
