import { useRevalidator } from '@remix-run/react';
import { ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useExchange } from '#app/shell/exchange.ts';
import { useT } from '#app/shell/i18n.tsx';
import { useCatchUp, useLive } from '#app/shell/live.tsx';
import { useRefresh } from '#app/shell/use-refresh.ts';
import { useReload } from '#app/shell/use-reload.ts';
import { FloatingPill } from '#app/ui/floating-pill.tsx';
import { useToast } from '#app/ui/toast.tsx';

type Props = {
  /** When the newest item shown was published, or the list was opened; null for an empty feed. */
  newest: string | null;
  /** By activity, what is talked about waits here, too. */
  activity: boolean;
  me: string;
};

/** One of those missed may be the one deleted, or brought back: all who missed some ask again, each at a moment of their own. */
const SPREAD_MS = 600;

/** "3 new posts": new items never move the reader; they wait behind this until it is pressed. */
export function NewPostsPill({ newest, activity, me }: Props) {
  const t = useT();
  const toast = useToast();
  const refresh = useRefresh();
  const { state } = useRevalidator();
  const missed = useExchange<{ count: number }>('feed-newer');
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  // Waited here until it was deleted or hidden.
  const taken = useRef(new Set<string>());
  // What a broken connection has missed is known by number alone, and what came since is counted into it.
  const [behind, setBehind] = useState(0);
  const address = `/feed/newer?by=${activity ? 'activity' : 'published'}&than=${encodeURIComponent(newest ?? '')}`;
  const countAgain = useReload(missed, address, SPREAD_MS);
  const wait = ({ itemId, authorId }: { itemId: string; authorId: string }) => {
    if (authorId === me || waiting.has(itemId)) return;
    setWaiting((current) => new Set(current).add(itemId));
    setBehind((current) => current && current + 1);
  };
  useLive('feed.new', wait);
  // Deleted or hidden while it waits: nobody presses for what is gone.
  useLive('feed.gone', ({ itemId }) => {
    if (waiting.has(itemId)) {
      taken.current.add(itemId);
      setWaiting((current) => new Set([...current].filter((id) => id !== itemId)));
      setBehind((current) => Math.max(0, current - 1));
    } else if (behind > 0) countAgain();
  });
  // And who has it before their eyes still need not be called to it.
  useLive('feed.back', (message) => {
    const { itemId, authorId } = message;
    if (taken.current.delete(itemId)) wait(message);
    else if (authorId !== me && !document.querySelector(`[data-item="${CSS.escape(itemId)}"]`)) countAgain();
  });
  useLive('feed.activity', (message) => activity && wait(message));
  useCatchUp(() => missed.load(address));
  useEffect(() => {
    if (missed.data) setBehind(missed.data.count);
  }, [missed.data]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that begins later has shown what waited
  useEffect(() => {
    setWaiting(new Set());
    taken.current.clear();
    setBehind(0);
  }, [newest]);
  const count = Math.max(waiting.size, behind);
  const show = async () => {
    if (!(await refresh())) {
      toast({ text: t('error.offlineText'), tone: 'bad' });
      return;
    }
    window.scrollTo({ top: 0 });
    document.querySelector<HTMLElement>('[role=feed] article')?.focus({ preventScroll: true });
  };
  return (
    <div role="status" className="pointer-events-none sticky top-20 z-10 -mb-1 flex h-0 justify-center">
      {count > 0 && (
        <FloatingPill className="pointer-events-auto" onClick={show} aria-busy={state !== 'idle'}>
          <ArrowUp aria-hidden="true" className="size-4" />
          {t(activity ? 'feed.newActivity' : 'feed.newPosts', { count })}
        </FloatingPill>
      )}
    </div>
  );
}
