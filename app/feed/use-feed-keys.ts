import { useNavigate } from '@remix-run/react';
import type { KeyboardEvent } from 'react';

/** j and k move between items, o opens, l likes, c comments: as the ARIA feed pattern, and mail programs, have it. */
export function useFeedKeys() {
  const navigate = useNavigate();
  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      target.closest('input, textarea, select, [role=dialog], dialog')
    )
      return;
    const article = target.closest<HTMLElement>('article');
    const step = { j: 1, k: -1, PageDown: 1, PageUp: -1 }[event.key];
    if (step) {
      const articles = [...event.currentTarget.querySelectorAll<HTMLElement>('article')];
      const to = articles[Math.max(0, articles.indexOf(article as HTMLElement) + step)];
      to?.focus();
      to?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'o' && article?.dataset.href) navigate(article.dataset.href);
    else if (event.key === 'l') article?.querySelector<HTMLElement>('[data-action=like]')?.click();
    else if (event.key === 'c') article?.querySelector<HTMLElement>('[data-action=comment]')?.click();
    else return;
    event.preventDefault();
  };
}
