import { useSearchParams } from '@remix-run/react';
import { ShieldCheck } from 'lucide-react';
import { Time, useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import type { QueueItem } from '#server/domain/conversation/moderation/moderation.queries.ts';
import type { ModerationPage } from '#server/domain/conversation/moderation/moderation-page.ts';
import { DecisionForm } from './decision-form.tsx';
import { EntryInQuestion } from './entry-in-question.tsx';
import { ListPages } from './list-pages.tsx';
import type { Refused } from './moderation-action.ts';

type Props = { queue: ModerationPage<QueueItem>; failed: Refused | undefined };

/** What colleagues have reported, the longest waiting first, each with its decision. */
export function ModerationReports({ queue, failed }: Props) {
  const t = useT();
  const [params] = useSearchParams();
  // Further on, the last may have been decided while others wait on the pages before.
  const nothing = queue.items.length === 0 && !params.has('reports');
  return (
    <section aria-labelledby="moderation-reports">
      <h2 id="moderation-reports" className="mb-2 px-4 text-lead font-semibold md:px-0">
        {t('moderation.reports')}
      </h2>
      {nothing ? (
        <Card edgeToEdge>
          <EmptyState icon={ShieldCheck} title={t('moderation.empty')}>
            {t('moderation.emptyText')}
          </EmptyState>
        </Card>
      ) : (
        <ul className="flex flex-col gap-3">
          {queue.items.map((item) => (
            <li key={item.entry.id} id={`entry-${item.entry.id}`} className="scroll-mt-20">
              <Reported item={item} failed={failed?.values.entryId === item.entry.id ? failed : undefined} />
            </li>
          ))}
        </ul>
      )}
      <ListPages param="reports" next={queue.next} headingId="moderation-reports" />
    </section>
  );
}

function Reported({ item, failed }: { item: QueueItem; failed: Refused | undefined }) {
  const t = useT();
  const nameOf = usePersonName();
  const { entry } = item;
  return (
    <Card as="article" edgeToEdge>
      <EntryInQuestion entry={entry} />
      <ul className="mt-3 flex flex-col gap-2 rounded-md bg-warn-soft p-3">
        {item.reports.map((report) => (
          <li key={report.by.id}>
            <p className="text-meta font-medium text-warn">
              {t('moderation.reportedBy', { name: nameOf(report.by) })} · <Time at={report.at} />
            </p>
            <p dir="auto">{report.reason}</p>
          </li>
        ))}
        {item.more > 0 && <li className="text-meta">{t('moderation.moreReports', { count: item.more })}</li>}
      </ul>
      <DecisionForm entryId={entry.id} failed={failed}>
        <Button type="submit" name="intent" value="dismiss">
          {t('moderation.dismiss')}
        </Button>
        {entry.abilities.hide && (
          <Button type="submit" name="intent" value="hide" look="danger">
            {t('moderation.hide')}
          </Button>
        )}
      </DecisionForm>
    </Card>
  );
}
