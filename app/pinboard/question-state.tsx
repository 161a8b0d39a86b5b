import { CircleSlash, Clock, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { PersonLink, usePersonName } from '#app/shell/person.tsx';
import { Badge } from '#app/ui/badge.tsx';
import type { PinView } from '#server/domain/pinboard/pin.view.ts';

/** Open and due, declined, expired; answered is said by the answer itself. */
export function QuestionState({ pin }: { pin: PinView }) {
  const t = useT();
  const due = useDue();
  const { question } = pin;
  if (!question || question.state === 'answered') return null;
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-soft">
      {question.state === 'open' && (
        <Badge tone="warn">
          <Clock aria-hidden="true" />
          {question.overdue && question.dueAt
            ? t('pinboard.openSince', { time: due(question.dueAt) })
            : question.dueAt
              ? t('pinboard.openDue', { time: due(question.dueAt) })
              : t('pinboard.open')}
        </Badge>
      )}
      {question.state === 'declined' && (
        <Badge>
          <CircleSlash aria-hidden="true" />
          {t('pinboard.declined')}
        </Badge>
      )}
      {question.state === 'expired' && (
        <Badge>
          <Hourglass aria-hidden="true" />
          {t('pinboard.expired')}
        </Badge>
      )}
      {question.state === 'open' && <Asked pin={pin} />}
    </p>
  );
}

function Asked({ pin }: { pin: PinView }): ReactNode {
  const t = useT();
  const nameOf = usePersonName();
  const { answerer, askedOfMe, forwardedBy, proposedTo } = pin.question ?? {};
  if (!answerer) return null;
  const asked = askedOfMe
    ? t('pinboard.askedOfYou')
    : t.rich('pinboard.isAsked', { name: <PersonLink person={answerer} className="text-ink" /> });
  // Only proposed, it has not been handed on yet.
  const handedOn = forwardedBy && !proposedTo && t('pinboard.forwarded', { name: nameOf(forwardedBy) });
  return (
    <span>
      {asked}
      {handedOn && ` · ${handedOn}`}
    </span>
  );
}

/** "tomorrow, 11:00": near moments by word, others with their date and time. */
function useDue(): (iso: string) => string {
  const format = useFormat();
  return (iso) => {
    const relative = format.relativeTime(iso);
    return relative === format.date(iso) ? `${relative}, ${format.time(iso)}` : relative;
  };
}
