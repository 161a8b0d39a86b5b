import { useEffect, useRef, useSyncExternalStore } from 'react';
import {
  joinRoom,
  type LiveKind,
  type LiveMessage,
  type LiveStatus,
  onCatchUp,
  onLive,
  readStatus,
  startLive,
  stopLive,
  watchStatus,
} from './live-client.ts';
import { whenIdle } from './when-idle.ts';

const SIGN_OUT_MS = 800;
/** A page that is already being left has this long to be gone. */
const LEAVE_MS = 10_000;

/** Keeps the live connection while somebody is signed in. */
export function LiveConnection({ personId, terminal }: { personId: string; terminal: boolean }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person means another connection
  useEffect(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined;
    // The session is over, perhaps in another tab: begin anew, so that nothing of the last reader stays in memory. On a
    // shared terminal the page does not stay in the address and the history either.
    const begin = () => (terminal ? window.location.replace('/sign-in?bye=1') : window.location.reload());
    // A sign-out in this very tab, however slow its answer, gets there first and says why.
    let pause = SIGN_OUT_MS;
    const onSignedOut = () => {
      clearTimeout(leaving);
      leaving = setTimeout(begin, pause);
    };
    const onLeave = () => {
      pause = LEAVE_MS;
      if (leaving) onSignedOut();
      setTimeout(() => {
        // It was a download.
        pause = SIGN_OUT_MS;
      }, LEAVE_MS);
    };
    window.addEventListener('beforeunload', onLeave);
    const cancel = whenIdle(() => startLive(onSignedOut).catch(() => undefined));
    return () => {
      window.removeEventListener('beforeunload', onLeave);
      cancel();
      clearTimeout(leaving);
      stopLive();
    };
  }, [personId, terminal]);
  return null;
}

/** `useLive('thread.changed', (message) => …)`: hears one kind of message while the component is shown. */
export function useLive<K extends LiveKind>(kind: K, handler: (message: LiveMessage<K>) => void): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => onLive(kind, (message) => latest.current(message)), [kind]);
}

/** Hears what happens in one place (`thread:<id>`, `board:<personId>`, `project:<id>`) while the component is shown. */
export function useLiveRoom(room: string | null): void {
  useEffect(() => (room ? joinRoom(room) : undefined), [room]);
}

/** Runs after a broken connection is back; ask for what was missed. Spread over three seconds, for the server's sake. */
export function useCatchUp(handler: () => void): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onCatchUp(() => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), Math.random() * 3_000);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
}

export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(watchStatus, readStatus, () => 'idle');
}
