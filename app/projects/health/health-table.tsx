import { Link } from '@remix-run/react';
import { TargetDates } from '#app/projects/target-dates.tsx';
import { WordsIn } from '#app/projects/words-in.tsx';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { cn } from '#app/ui/cn.ts';
import { Cell, HeadCell, Row, Table } from '#app/ui/table.tsx';
import type { HealthPoint } from '#server/domain/projects/project.view.ts';
import { HealthBadge } from './health-badge.tsx';

/** On a phone the reason has a row of its own below the date it explains: a fourth column would be out of sight. */
const BESIDE = 'max-sm:hidden';

/** The same as the picture, in words and dates; newest first. */
export function HealthTable({ points, slug }: { points: readonly HealthPoint[]; slug: string }) {
  const t = useT();
  return (
    <Table caption={t('projects.timeline')} className="max-h-96 overflow-y-auto">
      <thead>
        <tr>
          <HeadCell>{t('projects.when')}</HeadCell>
          <HeadCell>{t('projects.health')}</HeadCell>
          <HeadCell>{t('projects.target')}</HeadCell>
          <HeadCell className={BESIDE}>{t('projects.reason')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {[...points].reverse().map((point) => (
          <Point key={point.entryId} point={point} slug={slug} />
        ))}
      </tbody>
    </Table>
  );
}

function Point({ point, slug }: { point: HealthPoint; slug: string }) {
  const format = useFormat();
  const reason = point.slipReason && <WordsIn words={point.slipReason} />;
  return (
    <>
      <Row className={reason ? 'max-sm:border-0' : undefined}>
        <Cell className="whitespace-nowrap">
          <Link to={`/projects/${slug}/status/${point.entryId}`} className="underline underline-offset-2">
            <time dateTime={point.at}>{format.date(point.at)}</time>
          </Link>
        </Cell>
        <Cell>
          <HealthBadge health={point.health} />
        </Cell>
        <Cell className="sm:whitespace-nowrap">
          <TargetDates step from={point.previousTargetOn} to={point.targetOn} beside={point.at} />
        </Cell>
        <Cell className={cn('min-w-48', BESIDE)}>{reason}</Cell>
      </Row>
      {reason && (
        <Row className="sm:hidden">
          <Cell colSpan={3} className="pt-0 text-muted">
            {reason}
          </Cell>
        </Row>
      )}
    </>
  );
}
