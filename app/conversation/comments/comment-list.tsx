import type { ReactNode } from 'react';
import type { LiveEntry } from '#app/conversation/use-entry.ts';
import { useT } from '#app/shell/i18n.tsx';
import { PageLink } from '#app/shell/page-link.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import { CommentItem } from './comment-item.tsx';

type Props = {
  comments: EntryView[];
  /** How many earlier ones are not shown. */
  earlier: number;
  href: string;
  live: Pick<LiveEntry, 'act' | 'attempt'>;
  /** Fetches the earlier ones in place; without it a link leads to the thread's page. */
  onEarlier?: () => void;
  /** What the thread offers for a comment beyond what one may do with each. */
  offer?: (comment: EntryView) => ReactNode;
};

/** Comments, oldest first, with a way to the earlier ones. */
export function CommentList({ comments, earlier, href, live, onEarlier, offer }: Props) {
  const t = useT();
  const label = t('conversation.showEarlier', { count: earlier });
  const style = 'self-start rounded-sm text-meta font-medium text-brand-ink hover:underline';
  return (
    <div className="flex flex-col gap-2.5">
      {earlier > 0 &&
        (onEarlier ? (
          <button type="button" className={style} onClick={onEarlier}>
            {label}
          </button>
        ) : (
          <PageLink to={href} className={style}>
            {label}
          </PageLink>
        ))}
      {comments.length > 0 && (
        <ol className="flex flex-col gap-2.5" aria-label={t('conversation.comments')}>
          {comments.map((comment) => (
            <CommentItem key={comment.id} comment={comment} href={href} live={live}>
              {offer?.(comment)}
            </CommentItem>
          ))}
        </ol>
      )}
    </div>
  );
}
