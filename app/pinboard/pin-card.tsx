import { Check, EyeOff, MessageCircle, Pin } from 'lucide-react';
import type { ReactNode } from 'react';
import { FollowState } from '#app/conversation/comments/thread-note.tsx';
import { EntryBody } from '#app/conversation/entry-body.tsx';
import { EntryFiles } from '#app/conversation/pictures/entry-files.tsx';
import { useEntry } from '#app/conversation/use-entry.ts';
import { Time, useT } from '#app/shell/i18n.tsx';
import { PageLink } from '#app/shell/page-link.tsx';
import { PersonAvatar, PersonLink, usePersonName } from '#app/shell/person.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Card } from '#app/ui/card.tsx';
import { cn } from '#app/ui/cn.ts';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { PinView } from '#server/domain/pinboard/pin.view.ts';
import { AnswerForm } from './answer-form.tsx';
import { AskerActions } from './asker-actions.tsx';
import { ForwardForm } from './forward-form.tsx';
import { PinMenu } from './pin-menu.tsx';
import { PinReactions } from './pin-reactions.tsx';
import { KIND_WORDS, VISIBILITY_WORDS } from './pin-words.ts';
import { QuestionState } from './question-state.tsx';
import { Sharing } from './sharing.tsx';
import type { SendPin } from './use-pin-actions.ts';

type PinCardProps = {
  pin: PinView;
  /** Just placed by somebody else, while one looks. */
  fresh?: boolean;
  /** On its own page: no link to itself. */
  alone?: boolean;
  /** Among pins of several boards: says whose it hangs on. */
  namesBoard?: boolean;
  /** Where the forms go without script. */
  action: string;
  send: SendPin;
  /** Looks at the board again. */
  onChanged: () => void;
  /** On its own page: what was said about it. */
  children?: ReactNode;
};

const NO_COMMENTS: EntryView[] = [];

/** A note, question or thanks, with its answer inset. */
export function PinCard(props: PinCardProps) {
  const { pin, fresh, alone = false, namesBoard = false, action, send, onChanged, children } = props;
  const t = useT();
  const live = useEntry({ entry: pin.entry, comments: NO_COMMENTS });
  const { entry } = live;
  const permalink = `/people/${pin.owner.handle}/pins/${entry.id}`;
  const menu = <PinMenu pin={pin} live={live} href={permalink} send={send} onChanged={onChanged} />;
  if (live.deleted)
    return alone ? <p className="px-4 py-6 text-muted md:px-0">{t('common.deleted')}</p> : null;
  return (
    <>
      <Card
        as="article"
        edgeToEdge
        id={`pin-${entry.id}`}
        aria-labelledby={`pin-${entry.id}-by`}
        className={cn('scroll-mt-20', fresh && 'animate-appear border-brand')}
      >
        <PinHead
          pin={pin}
          entry={entry}
          permalink={permalink}
          alone={alone}
          namesBoard={namesBoard}
          menu={menu}
        />
        {pin.hiddenByOwner && <HiddenByOwner pin={pin} />}
        <EntryBody entry={pin.hiddenByOwner ? { ...entry, hidden: null } : entry} />
        {pin.question && !entry.hidden && <QuestionState pin={pin} />}
        {pin.answers.map((answer) => (
          <Answer key={answer.id} answer={answer} pin={pin} />
        ))}
        <AskerActions pin={pin} action={action} send={send} />
        <Sharing pin={pin} action={action} send={send} />
        {!entry.hidden && (
          <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 empty:hidden">
            <PinReactions entry={entry} onReact={(emoji) => live.act({ intent: 'react', emoji })} />
            {!alone && (entry.abilities.comment || pin.commentCount > 0) && (
              <PageLink
                to={`${permalink}#comments`}
                className="inline-flex h-7 items-center gap-1.5 rounded-sm text-meta text-soft hover:text-ink hover:underline"
              >
                <MessageCircle aria-hidden="true" className="size-4" />
                {t('conversation.commentCount', { count: pin.commentCount })}
              </PageLink>
            )}
          </div>
        )}
        {(pin.abilities.answer || pin.abilities.decline) && pin.question?.state !== 'declined' && (
          <div className="mt-3 flex flex-wrap gap-2">
            <AnswerForm pin={pin} action={action} send={send} />
            {pin.abilities.forward && <ForwardForm pin={pin} action={action} send={send} />}
          </div>
        )}
      </Card>
      {children}
    </>
  );
}

type PinHeadProps = {
  pin: PinView;
  entry: EntryView;
  permalink: string;
  alone: boolean;
  namesBoard: boolean;
  menu: ReactNode;
};

function PinHead({ pin, entry, permalink, alone, namesBoard, menu }: PinHeadProps) {
  const t = useT();
  const nameOf = usePersonName();
  const { icon: KindIcon, label } = KIND_WORDS[pin.kind];
  const { icon: AudienceIcon, seen } = VISIBILITY_WORDS[pin.visibility];
  const audience = t(seen, { name: nameOf(pin.owner) });
  return (
    <header className="mb-2 flex items-start gap-3">
      <PersonAvatar person={entry.author} size="md" />
      <div className="min-w-0 flex-1">
        <p id={`pin-${entry.id}-by`}>
          <PersonLink person={entry.author} />
          {namesBoard && (
            <span className="text-soft">
              <span aria-hidden="true"> → </span>
              <span className="sr-only">, </span>
              <PageLink to={`/people/${pin.owner.handle}`} className="rounded-sm hover:underline">
                {t('pinboard.onBoardOf', { name: nameOf(pin.owner) })}
              </PageLink>
            </span>
          )}
        </p>
        <p className="flex flex-wrap items-center gap-x-1.5 text-meta text-muted">
          <span className="inline-flex items-center gap-1">
            <KindIcon aria-hidden="true" className="size-4" />
            {t(label)}
          </span>
          <span aria-hidden="true">·</span>
          {alone ? (
            <Time at={entry.at} />
          ) : (
            <PageLink to={permalink} className="inline-flex min-h-6 items-center rounded-sm hover:underline">
              <Time at={entry.at} />
            </PageLink>
          )}
          {entry.editedAt && <span>· {t('pinboard.edited')}</span>}
          <span aria-hidden="true">·</span>
          <span title={audience} className="inline-flex">
            <AudienceIcon aria-hidden="true" className="size-3.5" />
            <span className="sr-only">{audience}</span>
          </span>
          {entry.follow && (
            <>
              <span aria-hidden="true">·</span>
              <FollowState entry={entry} />
            </>
          )}
          {pin.keptOnTop && (
            <Badge tone="brand" className="ms-1">
              <Pin aria-hidden="true" />
              {t('pinboard.onTop')}
            </Badge>
          )}
        </p>
      </div>
      {menu}
    </header>
  );
}

function HiddenByOwner({ pin }: { pin: PinView }) {
  const t = useT();
  const nameOf = usePersonName();
  return (
    <p className="mb-2 flex items-center gap-2 rounded-md bg-sunk px-3 py-2 text-meta text-soft">
      <EyeOff aria-hidden="true" className="size-4 shrink-0" />
      {t(pin.abilities.show ? 'pinboard.youHidIt' : 'pinboard.ownerHidIt', { name: nameOf(pin.owner) })}
    </p>
  );
}

function Answer({ answer, pin }: { answer: EntryView; pin: PinView }) {
  const t = useT();
  const nameOf = usePersonName();
  const byOther = answer.author.id !== pin.owner.id;
  return (
    <div
      id={`comment-${answer.id}`}
      className="mt-3 scroll-mt-24 rounded-lg bg-sunk p-3.5 target:ring-2 target:ring-focus"
    >
      <p className="mb-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-muted">
        <Badge tone="ok">
          <Check aria-hidden="true" />
          {pin.question?.acceptedId === answer.id
            ? t('pinboard.accepted', { name: nameOf(pin.entry.author) })
            : t('pinboard.answered')}
        </Badge>
        {byOther && (
          <span>
            <PersonLink person={answer.author} className="text-ink" />
          </span>
        )}
        <Time at={answer.at} />
      </p>
      <EntryBody entry={answer} compact />
      {answer.files && <EntryFiles files={answer.files} className="mt-2 max-w-96" />}
    </div>
  );
}
