import { useNavigation, useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useRef } from 'react';

/**
 * Loads the page's data anew, in the background: not while the reader is leaving, and only once the server has shown
 * that it answers, because a revalidation that fails gives the whole page over to its error page.
 */
export function useRefresh(): () => Promise<boolean> {
  const { revalidate, state } = useRevalidator();
  const navigation = useNavigation().state;
  const idle = useRef(true);
  useEffect(() => {
    idle.current = state === 'idle' && navigation === 'idle';
  });
  return useCallback(async () => {
    if (!(await isThere())) return false;
    if (idle.current) revalidate();
    return true;
  }, [revalidate]);
}

async function isThere(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { method: 'HEAD', cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
