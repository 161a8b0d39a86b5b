import { useState } from 'react';

/** What came last: what the page loaded, or what was asked for since. Decided while rendering, so that no frame shows the older. */
export function useLatest<T>(loaded: T, asked: T | undefined): T {
  const [known, setKnown] = useState({ loaded, asked, latest: loaded });
  if (known.loaded === loaded && known.asked === asked) return known.latest;
  const latest = known.asked !== asked && asked !== undefined ? asked : loaded;
  setKnown({ loaded, asked, latest });
  return latest;
}
