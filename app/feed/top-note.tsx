import { Pin } from 'lucide-react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { PersonLink } from '#app/shell/person.tsx';
import type { FeedItemView } from '#server/domain/feed/feed.view.ts';

/** Why a post stands above newer ones. */
export function TopNote({ onTop: { by, until } }: { onTop: NonNullable<FeedItemView['onTop']> }) {
  const t = useT();
  const format = useFormat();
  return (
    <p className="mb-3 flex items-center gap-2 text-meta text-muted">
      <Pin aria-hidden="true" className="size-4 shrink-0" />
      <span>
        {t.rich('feed.onTop', { name: <PersonLink key="by" person={by} />, when: format.date(until) })}
      </span>
    </p>
  );
}
