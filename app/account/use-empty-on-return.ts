import { type RefObject, useEffect } from 'react';

/**
 * Empties the forms within `place` for whoever comes there by Back, Forward or a reload: browsers put back what was
 * typed there, and at a shared terminal that was the last one's name or code.
 */
export function useEmptyOnReturn(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const empty = () => {
      for (const form of place.current?.querySelectorAll('form') ?? []) form.reset();
    };
    const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (arrival?.type === 'back_forward' || arrival?.type === 'reload') empty();
    // Kept whole by the browser, and shown again.
    const onShow = (event: PageTransitionEvent) => event.persisted && empty();
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, [place]);
}
