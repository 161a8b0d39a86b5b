import { Form } from '@remix-run/react';
import { Time, useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Select } from '#app/ui/select.tsx';
import type { LogItem } from '#server/domain/conversation/moderation/moderation.queries.ts';
import type { ModerationPage } from '#server/domain/conversation/moderation/moderation-page.ts';
import { ListPages } from './list-pages.tsx';

const ACTS = {
  hide: 'moderation.actHide',
  restore: 'moderation.actRestore',
  dismiss: 'moderation.actDismiss',
  uphold: 'moderation.actUphold',
} as const;
const FILTERS = {
  hide: 'moderation.filterHide',
  restore: 'moderation.filterRestore',
  dismiss: 'moderation.filterDismiss',
  uphold: 'moderation.filterUphold',
} as const;
const KINDS = {
  post: 'moderation.kindPost',
  status: 'moderation.kindStatus',
  pin: 'moderation.kindPin',
  comment: 'moderation.kindComment',
  answer: 'moderation.kindAnswer',
} as const;

/** One of the log's kinds, or nothing. */
export function readAct(value: string | null): LogItem['act'] | undefined {
  return value !== null && Object.hasOwn(FILTERS, value) ? (value as LogItem['act']) : undefined;
}

/** What moderators decided, newest first; narrowed to one kind where asked. */
export function ModerationLog({ log, act }: { log: ModerationPage<LogItem>; act: LogItem['act'] | null }) {
  const t = useT();
  return (
    <section aria-labelledby="moderation-log" className="mt-8">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2 px-4 md:px-0">
        <h2 id="moderation-log" className="text-lead font-semibold">
          {t('moderation.log')}
        </h2>
        <Form method="get" className="flex items-center gap-2">
          <Select
            name="act"
            controlSize="sm"
            className="w-48"
            defaultValue={act ?? ''}
            aria-label={t('moderation.filter')}
          >
            <option value="">{t('moderation.filterAll')}</option>
            {Object.entries(FILTERS).map(([kind, label]) => (
              <option key={kind} value={kind}>
                {t(label)}
              </option>
            ))}
          </Select>
          <Button type="submit" look="quiet">
            {t('moderation.filter')}
          </Button>
        </Form>
      </div>
      <Card edgeToEdge>
        {log.items.length === 0 ? (
          <p className="text-muted">{t('moderation.logEmpty')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {log.items.map((one) => (
              <LogLine key={one.id} act={one} />
            ))}
          </ul>
        )}
      </Card>
      <ListPages param="log" next={log.next} headingId="moderation-log" />
    </section>
  );
}

function LogLine({ act }: { act: LogItem }) {
  const t = useT();
  const nameOf = usePersonName();
  return (
    <li className="py-2.5 first:pt-0 last:pb-0">
      <p>
        {t(ACTS[act.act], { name: nameOf(act.moderator), kind: t(KINDS[act.entryKind]) })}
        <span className="text-meta text-muted">
          {' · '}
          <Time at={act.at} />
        </span>
      </p>
      <p className="text-meta text-soft" dir="auto">
        {act.reason}
      </p>
    </li>
  );
}
