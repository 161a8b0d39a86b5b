import { useRouteLoaderData } from '@remix-run/react';
import { BellOff, BellRing, LockKeyhole } from 'lucide-react';
import type { loader as rootLoader } from '#app/root.tsx';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';

/** Why nothing can be written below this, where the form would stand. */
export function ClosedNote({ entry }: { entry: EntryView }) {
  const t = useT();
  if (!entry.closed) return null;
  return (
    <p className="flex items-start gap-2 rounded-md bg-sunk px-3 py-2 text-meta text-soft">
      <LockKeyhole aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>
        {t('conversation.commentsClosed')} <span dir="auto">{entry.closed.reason}</span>
      </span>
    </p>
  );
}

/** To somebody who may not write for a while: until when, why, and whom to ask. */
export function SuspensionNote({ className }: { className?: string }) {
  const t = useT();
  const format = useFormat();
  const suspended = useRouteLoaderData<typeof rootLoader>('root')?.frame?.me.suspended;
  if (!suspended) return null;
  return (
    <Notice tone="warn" className={className}>
      <p className="font-medium">
        {t('moderation.suspendedUntil', { when: format.dateTime(suspended.until) })}
      </p>
      <p>
        {t('moderation.suspendedReason')} <span dir="auto">{suspended.reason}</span>
      </p>
      <p>{t('moderation.suspendedAsk')}</p>
    </Notice>
  );
}

/** Whether the reader hears of a thread, as they settled it. */
export function FollowState({ entry }: { entry: EntryView }) {
  const t = useT();
  if (!entry.follow) return null;
  const muted = entry.follow === 'muted';
  const Icon = muted ? BellOff : BellRing;
  return (
    <span className="inline-flex items-center gap-1">
      <Icon aria-hidden="true" className="size-3.5" />
      {t(muted ? 'conversation.isMuted' : 'conversation.isFollowed')}
    </span>
  );
}
