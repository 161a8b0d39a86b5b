import { useLocation, useNavigate, useNavigationType } from '@remix-run/react';
import { useEffect, useState } from 'react';

const LONGEST = 50;

/**
 * The way back to the page one came from, or null where one began. On a shared terminal the browser's own history keeps no
 * page, for a page cannot take out of it what it has put in; this one is in memory alone and ends with the sign-in.
 */
export function useTrail(): (() => void) | null {
  const { pathname, search } = useLocation();
  const type = useNavigationType();
  const navigate = useNavigate();
  const here = pathname + search;
  const [trail, setTrail] = useState([here]);
  useEffect(() => {
    setTrail((before) => {
      if (before.at(-1) === here) return before;
      if (before.at(-2) === here) return before.slice(0, -1);
      // The same page, only filtered otherwise.
      const kept = type === 'REPLACE' ? before.slice(0, -1) : before;
      return [...kept, here].slice(-LONGEST);
    });
  }, [here, type]);
  const last = trail.at(-2);
  return last === undefined ? null : () => navigate(last, { replace: true });
}
