import {
  ArrowRight,
  Building2,
  CircleHelp,
  Globe,
  HeartHandshake,
  Lock,
  type LucideIcon,
  MapPin,
  StickyNote,
  UsersRound,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { FollowState } from '#app/conversation/comments/thread-note.tsx';
import { SpokenBy } from '#app/conversation/spoken-by.tsx';
import { Dotted, Time, useT } from '#app/shell/i18n.tsx';
import { PageLink } from '#app/shell/page-link.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { AudienceLabel, FeedItemView } from '#server/domain/feed/feed.view.ts';

const AUDIENCE_ICONS: Record<AudienceLabel['kind'], LucideIcon> = {
  everyone: Globe,
  site: MapPin,
  unit: UsersRound,
  board: Globe,
  project: UsersRound,
  chart: UsersRound,
  channel: UsersRound,
  persons: Lock,
  combination: UsersRound,
  office: Building2,
};

const PIN_KINDS = {
  question: { icon: CircleHelp, word: 'feed.question' },
  note: { icon: StickyNote, word: 'feed.note' },
  thanks: { icon: HeartHandshake, word: 'feed.thanks' },
} as const;

type Props = { item: FeedItemView; entry: EntryView; titleId: string; href: string };

/** Who → where, what kind of thing, when, and who can read it. */
export function FeedByline({ item, entry, titleId, href }: Props) {
  const t = useT();
  const target = useTarget(item);
  return (
    <div className="min-w-0 flex-1">
      <h2 id={titleId} className="leading-6 font-normal text-soft">
        <SpokenBy author={entry.author} office={entry.office?.name} behalfOf={entry.behalfOf} />
        {target && (
          <>
            <ArrowRight
              aria-hidden="true"
              className="mx-1 inline size-3.5 align-[-0.125rem] text-muted rtl:-scale-x-100"
            />
            {target}
          </>
        )}
      </h2>
      <p className="flex flex-wrap items-center gap-x-1 text-meta text-muted">
        <Dotted
          parts={[
            item.status && t('feed.status'),
            item.pin && <PinKind key="kind" kind={item.pin.kind} />,
            <PageLink key="time" to={href} className="inline-flex min-h-6 items-center hover:underline">
              <Time at={entry.at} />
            </PageLink>,
            entry.editedAt && t('conversation.edited'),
            <AudienceName key="audience" where={item.where} />,
            entry.follow && <FollowState key="follow" entry={entry} />,
          ]}
        />
      </p>
    </div>
  );
}

function PinKind({ kind }: { kind: 'question' | 'note' | 'thanks' }) {
  const t = useT();
  const { icon: Icon, word } = PIN_KINDS[kind];
  return (
    <span className="inline-flex items-center gap-1">
      <Icon aria-hidden="true" className="size-3.5" />
      {t(word)}
    </span>
  );
}

function useTarget(item: FeedItemView): ReactNode {
  const t = useT();
  const nameOf = usePersonName();
  if (item.status) {
    const { slug, name } = item.status.project;
    return (
      <PageLink ahead to={`/projects/${slug}`} className="inline-block min-h-6 hover:underline">
        {name}
      </PageLink>
    );
  }
  if (item.pin) {
    return (
      <PageLink
        ahead
        to={`/people/${item.pin.owner.handle}`}
        className="inline-block min-h-6 hover:underline"
      >
        {t('feed.toBoard', { name: nameOf(item.pin.owner) })}
      </PageLink>
    );
  }
  if (item.where.kind === 'project') {
    return (
      <PageLink ahead to={`/projects/${item.where.slug}`} className="inline-block min-h-6 hover:underline">
        {item.where.name}
      </PageLink>
    );
  }
  if (item.where.kind === 'unit') {
    return (
      <PageLink ahead to={`/units/${item.where.slug}`} className="inline-block min-h-6 hover:underline">
        {item.where.name}
      </PageLink>
    );
  }
  return item.where.kind === 'site' ? item.where.name : null;
}

/** Who can read it, as a picture and a word. */
export function AudienceName({ where }: { where: AudienceLabel }) {
  const t = useT();
  const Icon = AUDIENCE_ICONS[where.kind];
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="truncate">{audienceText(t, where)}</span>
    </span>
  );
}

function audienceText(t: ReturnType<typeof useT>, where: AudienceLabel): string {
  if (where.kind === 'everyone' || where.kind === 'board') return t('feed.everyone');
  if (where.kind === 'persons') return t('feed.theTwo');
  return where.name;
}
