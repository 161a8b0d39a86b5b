import { BookOpenCheck, CircleCheck } from 'lucide-react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import { cn } from '#app/ui/cn.ts';
import type { MustReadView } from '#server/domain/conversation/entry.view.ts';

type Props = { mustRead: MustReadView; now: string; onConfirm: () => void };

/** Why a post stands on top, and the one thing it asks for; confirming is recorded, and it says so. */
export function MustReadBar({ mustRead: { dueAt, mine, confirmedAt, changed }, now, onConfirm }: Props) {
  const t = useT();
  const format = useFormat();
  const open = mine && !confirmedAt;
  const late = open && dueAt < now;
  const Icon = confirmedAt ? CircleCheck : BookOpenCheck;
  return (
    <div
      className={cn(
        'mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md px-3 py-2 text-meta',
        late ? 'bg-bad-soft text-bad' : open ? 'bg-warn-soft text-warn' : 'bg-sunk text-soft',
      )}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 basis-48">
        {confirmedAt ? (
          t('conversation.readConfirmed', { when: format.date(confirmedAt) })
        ) : (
          <>
            <strong className="font-semibold">{t('conversation.mustRead')}</strong>{' '}
            {t(late ? 'conversation.mustReadLate' : 'conversation.mustReadBy', { when: format.due(dueAt) })}
            {open && <span className="block">{t('conversation.mustReadRecorded')}</span>}
          </>
        )}
        {changed && <span className="block">{t('conversation.readChanged')}</span>}
      </p>
      {open && (
        <Button size="sm" look="primary" onClick={onConfirm}>
          {t('conversation.haveRead')}
        </Button>
      )}
    </div>
  );
}
