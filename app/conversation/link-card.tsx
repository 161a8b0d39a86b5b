import { ScrollText } from 'lucide-react';
import type { ReactNode } from 'react';
import { HealthIcon, healthWord } from '#app/shell/health-icon.tsx';
import { Dotted, useFormat, useT } from '#app/shell/i18n.tsx';
import { PageLink } from '#app/shell/page-link.tsx';
import { PersonAvatar, usePersonName } from '#app/shell/person.tsx';
import type { LinkPreview } from '#server/domain/conversation/link-preview.view.ts';

type Props = {
  preview: LinkPreview;
  /** One line, for where the text itself is a line or two. */
  compact?: boolean;
};

const PIN_WORDS = {
  question: 'pinboard.question',
  note: 'pinboard.note',
  thanks: 'pinboard.thanks',
} as const;

/** One of our pages that a text links to, in small: what it is and what it says, and a link as a whole. */
export function LinkCard({ preview, compact = false }: Props) {
  const { kind, title, about } = useLines(preview, compact);
  const head = [
    kind,
    <bdi key="title" className="font-medium text-ink">
      {title}
    </bdi>,
  ];
  if (compact)
    return (
      <PageLink to={preview.href} className="link-card mt-1.5 block w-fit truncate px-2.5 py-1">
        <Dotted parts={[...head, ...about]} />
      </PageLink>
    );
  return (
    <PageLink to={preview.href} className="link-card mt-3 flex items-center gap-3 px-3.5 py-2.5">
      <Mark preview={preview} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          <Dotted parts={head} />
        </span>
        <span className="block truncate">
          <Dotted parts={about} />
        </span>
      </span>
    </PageLink>
  );
}

/** Whose it is, or how it stands: the words beside it say so, too. */
function Mark({ preview }: { preview: LinkPreview }) {
  switch (preview.kind) {
    case 'post':
    case 'pin':
      return <PersonAvatar person={preview.author} size="sm" />;
    case 'person':
      return <PersonAvatar person={preview.person} size="sm" />;
    case 'notice':
      return (
        <span aria-hidden="true" className="grid size-7 shrink-0 place-items-center">
          <ScrollText className="size-5" />
        </span>
      );
    default:
      return (
        <span aria-hidden="true" className="grid size-7 shrink-0 place-items-center">
          <HealthIcon health={preview.health} className="size-5" />
        </span>
      );
  }
}

/** The words of a preview. Each stands for itself (`bdi`): a title from right to left turns nothing round but itself. */
function useLines(
  preview: LinkPreview,
  compact: boolean,
): { kind: string; title: string; about: ReactNode[] } {
  const t = useT();
  const format = useFormat();
  const nameOf = usePersonName();
  switch (preview.kind) {
    case 'post':
      return {
        kind: t('conversation.linkPost'),
        title: writer(preview),
        about: [!compact && format.date(preview.at), words(preview)],
      };
    case 'pin':
      return {
        kind: t(PIN_WORDS[preview.pin]),
        title: writer(preview),
        about: [!compact && apart(t('feed.toBoard', { name: nameOf(preview.owner) })), words(preview)],
      };
    case 'status':
      return {
        kind: t('feed.status'),
        title: preview.project,
        about: [t(healthWord(preview.health)), format.date(preview.at)],
      };
    case 'project':
      return {
        kind: t('projects.project'),
        title: preview.project,
        about: [
          t(healthWord(preview.health)),
          preview.lead && apart(t('conversation.linkLead', { name: nameOf(preview.lead) })),
        ],
      };
    case 'person':
      return {
        kind: t('conversation.linkPerson'),
        title: nameOf(preview.person),
        about: preview.former ? [t('conversation.linkFormer')] : [apart(preview.title), apart(preview.site)],
      };
    case 'notice': {
      const [from, to] = [format.date(preview.from), preview.lastDay && format.date(preview.lastDay)];
      return {
        kind: t('conversation.linkNotice'),
        title: preview.title,
        about: [
          preview.site ? apart(preview.site) : t('conversation.linkEverySite'),
          preview.withdrawn && t('conversation.linkTakenDown'),
          to ? t('conversation.linkFromTo', { from, to }) : t('conversation.linkFrom', { from }),
        ],
      };
    }
  }

  function writer({ author, whom }: Extract<LinkPreview, { kind: 'post' | 'pin' }>): string {
    const name = nameOf(author);
    return whom ? t('feed.onBehalfOf', { author: name, whom: nameOf(whom) }) : name;
  }
}

function words({ language, words }: Extract<LinkPreview, { kind: 'post' | 'pin' }>): ReactNode {
  return words && <bdi lang={language}>{words}</bdi>;
}

function apart(text: string | null): ReactNode {
  return text && <bdi>{text}</bdi>;
}
