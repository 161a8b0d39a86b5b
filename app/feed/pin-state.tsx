import { CircleCheck, CircleMinus, Clock } from 'lucide-react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { cn } from '#app/ui/cn.ts';
import type { PinDetails } from '#server/domain/feed/feed.view.ts';

/** How a question on a pinboard stands. */
export function PinState({ pin, className }: { pin: PinDetails; className?: string }) {
  const t = useT();
  const format = useFormat();
  if (!pin.question) return null;
  const { state, dueAt } = pin.question;
  if (state === 'answered') {
    return (
      <Badge tone="ok" className={className}>
        <CircleCheck aria-hidden="true" /> {t('feed.answered')}
      </Badge>
    );
  }
  if (state === 'open') {
    return (
      <Badge tone="warn" className={cn('max-w-full whitespace-normal', className)}>
        <Clock aria-hidden="true" /> {t('feed.open')}
        {dueAt && ` · ${t('feed.answerDue', { when: format.due(dueAt) })}`}
      </Badge>
    );
  }
  return (
    <Badge className={className}>
      <CircleMinus aria-hidden="true" /> {t(state === 'declined' ? 'feed.declined' : 'feed.expired')}
    </Badge>
  );
}
