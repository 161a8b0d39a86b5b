import { Form, Link, useSubmit } from '@remix-run/react';
import { SlidersHorizontal } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import { Select } from '#app/ui/select.tsx';
import type { AudienceLabel } from '#server/domain/feed/feed.view.ts';

type Props = { streams: AudienceLabel[]; chosen: string | null };

/** The order, and the audience to look at alone. */
export function FeedFilters({ streams, chosen }: Props) {
  const t = useT();
  const submit = useSubmit();
  return (
    <div className="flex items-center justify-between gap-3 px-4 py-3 md:px-0">
      <Link
        to="/"
        className={cn(
          'rounded-md px-2.5 py-1.5 text-meta font-semibold',
          chosen ? 'text-soft hover:bg-sunk' : 'bg-sunk',
        )}
        aria-current={chosen ? undefined : 'page'}
      >
        {t('feed.latest')}
      </Link>
      <Form
        method="get"
        action="/"
        onChange={(event) => submit(event.currentTarget)}
        className="flex min-w-0 items-center gap-2 text-muted"
      >
        <SlidersHorizontal aria-hidden="true" className="size-4 shrink-0" />
        <Select
          name="audience"
          controlSize="sm"
          className="w-48 min-w-0"
          aria-label={t('feed.filterAudience')}
          defaultValue={chosen ?? ''}
          key={chosen}
        >
          <option value="">{t('feed.allAudiences')}</option>
          {streams.map((stream) => (
            <option key={stream.id} value={stream.id}>
              {stream.kind === 'everyone'
                ? t('feed.everyone')
                : stream.kind === 'board'
                  ? t('feed.unitBoard', { name: stream.name })
                  : stream.name}
            </option>
          ))}
        </Select>
        <noscript>
          <button type="submit">{t('feed.filterAudience')}</button>
        </noscript>
      </Form>
    </div>
  );
}
