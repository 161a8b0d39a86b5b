import { useNavigate } from '@remix-run/react';
import { type RefObject, useEffect } from 'react';
import { isTyping } from '#app/shell/is-typing.ts';
import { useMark } from './use-mark.ts';

const STEPS: Record<string, number> = { j: 1, k: -1, PageDown: 1, PageUp: -1 };

/**
 * j and k move between items, o opens, l likes, c comments, u marks unread from there on: as the ARIA feed pattern,
 * and mail programs, have it; Escape leads out of a field, back to the item it stands in. j and k begin wherever one is; Page Up and Down only inside, where nothing else scrolls.
 */
export function useFeedKeys(feed: RefObject<HTMLElement | null>): void {
  const navigate = useNavigate();
  const { markFromHere } = useMark();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.key === 'Escape' && !event.defaultPrevented) leaveField(target);
      if (!feed.current || isTyping(event) || target.closest('[role=dialog], dialog, [role=menu]')) return;
      const article = feed.current.contains(target) ? target.closest<HTMLElement>('article') : null;
      const step = STEPS[event.key];
      if (step && (article || event.key.length === 1)) move(feed.current, article, step);
      else if (!article) return;
      else if (event.key === 'o' && article.dataset.href) navigate(article.dataset.href);
      else if (event.key === 'l') article.querySelector<HTMLElement>('[data-action=like]')?.click();
      else if (event.key === 'c') article.querySelector<HTMLElement>('[data-action=comment]')?.click();
      else if (event.key === 'u' && article.dataset.at) void markFromHere(article.dataset.at);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [feed, navigate, markFromHere]);
}

/** What was typed stays. */
function leaveField(target: HTMLElement): void {
  if (target.matches('textarea, [contenteditable]'))
    target.closest<HTMLElement>('[role=feed] article')?.focus();
}

function move(feed: HTMLElement, from: HTMLElement | null, step: number): void {
  const articles = [...feed.querySelectorAll<HTMLElement>('article')];
  // From outside: the first one that is in sight.
  const to = from
    ? articles[Math.max(0, articles.indexOf(from) + step)]
    : articles.find((article) => article.getBoundingClientRect().bottom > 96);
  to?.focus({ preventScroll: true });
  to?.scrollIntoView({ block: 'nearest' });
}
