import { ScrollRestoration, useLocation, useRevalidator } from '@remix-run/react';
import { useEffect, useLayoutEffect, useRef } from 'react';

// Before the frame is painted; on the server there is none, and React would say so each time.
const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Back leads to the same place, as Remix does it; but it also scrolls to where a refresh in the background began, when
 * that has ended: whoever has moved on since stays where they are.
 */
export function SteadyScroll({ nonce }: { nonce: string | undefined }) {
  const { state } = useRevalidator();
  const { key } = useLocation();
  const last = useRef({ state, key });
  const place = useRef<number | null>(null);
  return (
    <>
      <Effect
        run={() => {
          const refreshed = last.current.state === 'loading' && state === 'idle' && last.current.key === key;
          place.current = refreshed ? window.scrollY : null;
          last.current = { state, key };
        }}
      />
      <ScrollRestoration nonce={nonce} />
      <Effect
        run={() => {
          if (place.current !== null && window.scrollY !== place.current) window.scrollTo(0, place.current);
        }}
      />
    </>
  );
}

/** Before or after that of its neighbour, by where it stands. */
function Effect({ run }: { run: () => void }) {
  useBeforePaint(run);
  return null;
}
