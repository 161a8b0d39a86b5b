import { Link } from '@remix-run/react';
import { MessageCircle } from 'lucide-react';
import { EntryBody } from '#app/conversation/entry-body.tsx';
import { HealthBadge } from '#app/projects/health/health-badge.tsx';
import { Time, useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, PersonLink } from '#app/shell/person.tsx';
import { Card } from '#app/ui/card.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { StatusView } from '#server/domain/projects/project.view.ts';
import { StatusPanel } from './status-panel.tsx';

/** One status update in the project's history. */
export function StatusItem({ entry, status }: { entry: EntryView; status: StatusView }) {
  const t = useT();
  const address = `/projects/${status.project.slug}/status/${entry.id}`;
  return (
    <Card as="article" edgeToEdge className="flex flex-col gap-3">
      <StatusHead entry={entry} status={status} address={address} />
      <EntryBody entry={entry} />
      <StatusPanel status={status} at={status.at} />
      <Link
        to={address}
        prefetch="intent"
        className="flex w-fit items-center gap-2 rounded-md px-1 py-0.5 text-meta font-medium text-soft hover:text-ink"
      >
        <MessageCircle aria-hidden="true" className="size-4" />
        {t('projects.comments', { count: entry.commentCount })}
        {entry.reactions.slice(0, 3).map(({ emoji, count }) => (
          <span key={emoji} className="tabular-nums">
            {emoji} {count}
          </span>
        ))}
      </Link>
    </Card>
  );
}

type StatusHeadProps = { entry: EntryView; status: StatusView; address: string };

/** Who wrote it and when, and how the project stood. */
function StatusHead({ entry, status, address }: StatusHeadProps) {
  return (
    <header className="flex items-start gap-3">
      <PersonAvatar person={entry.author} />
      <div className="min-w-0 flex-1">
        <p>
          <PersonLink person={entry.author} />
        </p>
        <p className="text-meta text-muted">
          <Link to={address} className="inline-flex min-h-6 items-center hover:underline">
            <Time at={entry.at} />
          </Link>
        </p>
      </div>
      <HealthBadge health={status.health} />
    </header>
  );
}
