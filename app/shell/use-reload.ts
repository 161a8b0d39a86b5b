import { useCallback, useEffect, useRef, useState } from 'react';

/** A fetcher of the router, or an exchange. */
type Fetcher = { state: 'idle' | 'loading' | 'submitting'; load: (address: string) => unknown };

/** For an open thread, in milliseconds. */
export const THREAD_SPREAD_MS = 400;

/**
 * Looks again, gently: a random moment within `spreadMs` after being asked (many have the same thing open), once for
 * however many changes came meanwhile, and never while the fetcher is busy, which would throw its answer away.
 */
export function useReload({ state, load }: Fetcher, address: string, spreadMs: number): () => void {
  const [due, setDue] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!due || state !== 'idle') return;
    setDue(false);
    load(address);
  }, [due, state, load, address]);
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setDue(true), Math.random() * spreadMs);
  }, [spreadMs]);
}
