import { Link } from '@remix-run/react';
import { EntryBody } from '#app/conversation/entry-body.tsx';
import { Time, useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, PersonLink } from '#app/shell/person.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';

/** What moderators decide about: whose words, from when, and where they stand. */
export function EntryInQuestion({ entry }: { entry: EntryView }) {
  const t = useT();
  return (
    <div className="flex gap-3">
      <PersonAvatar person={entry.author} />
      <div className="min-w-0 flex-1">
        <p className="mb-1 text-meta text-muted">
          <PersonLink person={entry.author} className="text-ink" /> · <Time at={entry.at} /> ·{' '}
          <Link to={`/posts/${entry.id}`} className="text-brand-ink underline">
            {t('moderation.openThread')}
          </Link>
        </p>
        <EntryBody entry={entry} />
      </div>
    </div>
  );
}
