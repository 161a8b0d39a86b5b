import { PrefetchPageLinks, useNavigate } from '@remix-run/react';
import { type AnchorHTMLAttributes, forwardRef, type Ref, useEffect, useState } from 'react';

type PageLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  /** An address of ours, from its slash on. */
  to: string;
  /** Fetched when a pointer rests on it; leave out where a pointer often rests for another reason. */
  ahead?: boolean;
};

/**
 * A link to one of our pages, for where links stand by the dozen: a plain anchor that {@link PageLinks} attends to. Remix'
 * own Link keeps a state, two effects and five listeners each, which a hundred names on a feed add up.
 */
export const PageLink = forwardRef(function PageLink(
  { to, ahead = false, children, ...rest }: PageLinkProps,
  ref: Ref<HTMLAnchorElement>,
) {
  return (
    <a {...rest} ref={ref} href={to} data-discover="true" data-ahead={ahead || undefined}>
      {children}
    </a>
  );
});

/** A pointer that only passes by fetches nothing. */
const INTENT_MS = 100;

/** Once around all pages: follows every {@link PageLink} without leaving the document, and fetches ahead on intent. */
export function PageLinks() {
  const navigate = useNavigate();
  const [ahead, setAhead] = useState<string | null>(null);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = linkOf(event);
      if (!link || event.defaultPrevented || event.button !== 0 || hasModifier(event)) return;
      event.preventDefault();
      navigate(link.pathname + link.search + link.hash, { replace: link.href === location.href });
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [navigate]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const intend = (event: Event) => {
      clearTimeout(timer);
      const link = linkOf(event);
      if (!link?.dataset.ahead) return;
      timer = setTimeout(() => setAhead(link.pathname + link.search), INTENT_MS);
    };
    for (const sign of SIGNS) document.addEventListener(sign, intend, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) document.removeEventListener(sign, intend);
    };
  }, []);
  return ahead ? <PrefetchPageLinks key={ahead} page={ahead} /> : null;
}

const SIGNS = ['pointerover', 'focusin', 'touchstart'];

function linkOf(event: Event): HTMLAnchorElement | null {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-discover]') : null;
  return link && link.origin === location.origin && !link.target && !link.hasAttribute('download')
    ? link
    : null;
}

function hasModifier(event: MouseEvent): boolean {
  return event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}
