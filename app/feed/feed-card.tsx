import { Bookmark, BookmarkCheck, ListChecks, MessageCircle, SmilePlus, ThumbsUp } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { CommentList } from '#app/conversation/comments/comment-list.tsx';
import { EntryBody } from '#app/conversation/entry-body.tsx';
import { EntryMenu, type EntryTask } from '#app/conversation/entry-menu.tsx';
import { EntryTaskDialog } from '#app/conversation/entry-task-dialog.tsx';
import { EntryFiles } from '#app/conversation/pictures/entry-files.tsx';
import { PollPanel } from '#app/conversation/poll-panel.tsx';
import { ReactionBar, ReactionPicker } from '#app/conversation/reaction-bar.tsx';
import { useEntry } from '#app/conversation/use-entry.ts';
import { useEntryTask } from '#app/conversation/use-entry-task.ts';
import { useThreadMenu } from '#app/conversation/use-thread-menu.ts';
import { LaterCommentFiles } from '#app/files/later-comment-files.ts';
import { MustReadBar } from '#app/must-read/must-read-bar.tsx';
import { HealthBadge } from '#app/projects/health/health-badge.tsx';
import { StatusPanel } from '#app/projects/status-panel.tsx';
import { drawnOnce } from '#app/shell/drawing/drawn-once.tsx';
import { useReactionChoices } from '#app/shell/drawing/reaction-choices.ts';
import { useNow, useT } from '#app/shell/i18n.tsx';
import { onUse } from '#app/shell/on-use.tsx';
import { PageLink } from '#app/shell/page-link.tsx';
import { PersonAvatar } from '#app/shell/person.tsx';
import { cn } from '#app/ui/cn.ts';
import { useToast } from '#app/ui/toast.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { FeedItemView } from '#server/domain/feed/feed.view.ts';
import { FeedByline } from './feed-byline.tsx';
import { itemAddress } from './item-address.ts';
import { PinState } from './pin-state.tsx';
import { SharedCard } from './shared-card.tsx';
import { TopNote } from './top-note.tsx';
import { UnreadMark } from './unread-mark.tsx';
import { useReadMenu } from './use-read-menu.ts';
import { useTopMenu } from './use-top-menu.ts';

// Asked for by a press, on one card of many.
const CommentForm = onUse(() =>
  import('#app/conversation/comments/comment-form.tsx').then((file) => file.CommentForm),
);
const ShareDialog = onUse(() => import('./share-dialog.tsx').then((file) => file.ShareDialog));

export type EntryItem = FeedItemView & { entry: EntryView };

type Props = {
  item: EntryItem;
  position: number;
  /** On its own page: the thread below shows every comment, so the card brings none. */
  alone?: boolean;
  children?: ReactNode;
};

/** One post, status update or pin of the feed, with what people said about it and what one may do. */
export function FeedCard({ item, position, alone = false, children }: Props) {
  const t = useT();
  const toast = useToast();
  const live = useEntry({ entry: item.entry, comments: item.comments });
  const [task, setTask] = useState<EntryTask | null>(null);
  const [picking, setPicking] = useState(false);
  const [commenting, setCommenting] = useState(false);
  const { entry } = live;
  const now = useNow();
  const href = itemAddress(item);
  const titleId = `item-${item.id}`;
  const reading = useReadMenu(item, alone);
  const threadMenu = useThreadMenu(entry, live, setTask);
  const extra = [...reading.menu, ...threadMenu, ...useTopMenu(item)];
  if (entry.mustRead?.report) {
    const to = `/posts/${entry.id}/confirmations`;
    extra.push({ label: t('conversation.confirmations'), icon: ListChecks, to });
  }
  const submitTask = useEntryTask(live.attempt);
  if (live.deleted)
    return alone ? <p className="px-4 py-6 text-muted md:px-0">{t('common.deleted')}</p> : null;

  const remove = async () => {
    if (!(await live.act({ intent: 'delete' }))) return;
    const undo = () => live.act({ intent: 'undo' });
    toast({ text: t('common.deleted'), action: { label: t('common.undo'), onSelect: undo } });
  };
  const react = (emoji: string) => {
    setPicking(false);
    live.act({ intent: 'react', emoji });
  };
  const earlier = Math.max(0, entry.commentCount - live.comments.length);

  return (
    <article
      aria-labelledby={titleId}
      aria-posinset={alone ? undefined : position}
      aria-setsize={alone ? undefined : -1}
      tabIndex={alone ? undefined : 0}
      data-item={item.id}
      data-href={href}
      data-at={item.at}
      data-unread={reading.unread || undefined}
      className="relative border-y border-line bg-surface outline-offset-0 md:rounded-lg md:border-x"
    >
      {reading.unread && <UnreadMark />}
      <div className="p-4 md:p-5 md:pb-4">
        {item.onTop && <TopNote onTop={item.onTop} />}
        <header className="flex items-start gap-3">
          <PersonAvatar person={entry.author} size="lg" />
          <FeedByline item={item} entry={entry} titleId={titleId} href={href} />
          {item.status && <HealthBadge health={item.status.health} className="shrink-0" />}
        </header>
        {entry.mustRead && (
          <div className="mt-3 -mb-1">
            <MustReadBar
              mustRead={entry.mustRead}
              now={now}
              onConfirm={() => live.act({ intent: 'confirm' })}
            />
          </div>
        )}
        <div className="mt-2.5">
          <EntryBody entry={entry} />
        </div>
        {entry.files && <EntryFiles files={entry.files} className="mt-3" />}
        {entry.poll && (
          <PollPanel entry={{ ...entry, poll: entry.poll }} onVote={live.act} className="mt-3" />
        )}
        {entry.shared !== undefined && <SharedCard shared={entry.shared} className="mt-3" />}
        {item.status && <StatusPanel status={item.status} at={entry.at} className="mt-3" />}
        {item.pin && <PinState pin={item.pin} className="mt-3" />}
        {entry.reactions.length > 0 && (
          <div className="mt-3">
            <ReactionBar entry={entry} onReact={react} />
          </div>
        )}
        {picking && <ReactionPicker onReact={react} className="mt-2" />}
      </div>
      <Actions
        entry={entry}
        href={href}
        alone={alone}
        picking={picking}
        onPick={() => setPicking(!picking)}
        onReact={react}
        onSave={() => live.act({ intent: 'save' })}
        onComment={() => setCommenting(!commenting)}
        menu={<EntryMenu entry={entry} href={href} onTask={setTask} onDelete={remove} extra={extra} />}
      />
      {alone && children && <div className="border-t border-line p-4 md:p-5">{children}</div>}
      {!alone && (live.comments.length > 0 || commenting) && (
        <div className="flex flex-col gap-3 border-t border-line p-4 md:px-5">
          <CommentList comments={live.comments} earlier={earlier} href={href} live={live} />
          {commenting && (
            <CommentForm
              entryId={entry.id}
              audienceId={item.where.id}
              Files={LaterCommentFiles}
              autoFocus
              onClose={() => setCommenting(false)}
            />
          )}
        </div>
      )}
      {task === 'share' && <ShareDialog entryId={entry.id} onClose={() => setTask(null)} />}
      {task && task !== 'share' && (
        <EntryTaskDialog entry={entry} task={task} onClose={() => setTask(null)} onSubmit={submitTask} />
      )}
    </article>
  );
}

/** The card for lists: the same one stands third before one reader and tenth before another. */
export const DrawnCard = drawnOnce(FeedCard, {
  name: 'feed-card',
  same: ({ item }) => ({ item, position: 0 }),
  place: (html, { position }) => html.replace('aria-posinset="0"', `aria-posinset="${position}"`),
});

type ActionsProps = {
  entry: EntryView;
  href: string;
  alone: boolean;
  picking: boolean;
  onPick: () => void;
  onReact: (emoji: string) => void;
  onSave: () => void;
  onComment: () => void;
  menu: ReactNode;
};

/** The one line of actions; those that the reader lacks the right to are not there. */
function Actions({ entry, href, alone, picking, onPick, onReact, onSave, onComment, menu }: ActionsProps) {
  const t = useT();
  const [first = '👍'] = useReactionChoices();
  const liked = entry.reactions.some((reaction) => reaction.emoji === first && reaction.mine);
  const { abilities } = entry;
  return (
    <div className="flex items-center gap-0.5 border-t border-line px-1.5 py-1 md:px-2.5">
      {abilities.react && (
        <>
          <button
            type="button"
            data-action="like"
            aria-pressed={liked}
            onClick={() => onReact(first)}
            className={cn('item-action', liked && 'text-brand-ink')}
          >
            <ThumbsUp aria-hidden="true" className={liked ? 'fill-brand-soft' : undefined} />
            <span className="max-sm:sr-only">{t('feed.like')}</span>
          </button>
          <button
            type="button"
            aria-expanded={picking}
            aria-label={t('conversation.addReaction')}
            title={t('conversation.addReaction')}
            onClick={onPick}
            className="item-action px-2"
          >
            <SmilePlus aria-hidden="true" />
          </button>
        </>
      )}
      {!alone && (
        <PageLink
          to={`${href}#comments`}
          data-action="comment"
          onClick={(event) => {
            if (!abilities.comment || event.metaKey || event.ctrlKey) return;
            event.preventDefault();
            onComment();
          }}
          className="item-action"
        >
          <MessageCircle aria-hidden="true" />
          {t('conversation.commentCount', { count: entry.commentCount })}
        </PageLink>
      )}
      <button
        type="button"
        aria-pressed={entry.saved}
        onClick={onSave}
        className={cn('item-action', entry.saved && 'text-brand-ink')}
        title={t(entry.saved ? 'conversation.unsave' : 'conversation.save')}
      >
        {entry.saved ? <BookmarkCheck aria-hidden="true" /> : <Bookmark aria-hidden="true" />}
        <span className="max-sm:sr-only">
          {t(entry.saved ? 'conversation.savedState' : 'conversation.save')}
        </span>
      </button>
      <span className="ms-auto">{menu}</span>
    </div>
  );
}
