import { Link } from '@remix-run/react';
import { HealthBadge } from '#app/projects/health/health-badge.tsx';
import { HealthTimeline } from '#app/projects/health/health-timeline.tsx';
import { Time, useT } from '#app/shell/i18n.tsx';
import { PersonLink } from '#app/shell/person.tsx';
import { Cell, HeadCell, Row, Table } from '#app/ui/table.tsx';
import type { ProjectCard } from '#server/domain/projects/project.view.ts';
import { LifecycleBadge } from './lifecycle-badge.tsx';
import { OverdueBadge } from './overdue-badge.tsx';
import { TargetDates } from './target-dates.tsx';
import { useDay } from './use-day.ts';

/** The portfolio as a table, for those who compare. */
export function PortfolioTable({ projects, now }: { projects: ProjectCard[]; now: string }) {
  const t = useT();
  const day = useDay();
  return (
    <Table caption={t('projects.title')}>
      <thead>
        <tr>
          <HeadCell>{t('projects.project')}</HeadCell>
          <HeadCell>{t('projects.health')}</HeadCell>
          <HeadCell>{t('projects.lead')}</HeadCell>
          <HeadCell>{t('projects.unit')}</HeadCell>
          <HeadCell>{t('projects.target')}</HeadCell>
          <HeadCell>{t('projects.slip')}</HeadCell>
          <HeadCell>{t('projects.lastUpdate')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => (
          <Row key={project.id}>
            <Cell className="min-w-36 sm:min-w-48">
              <Link
                to={`/projects/${project.slug}`}
                prefetch="intent"
                className="font-semibold hover:underline"
                dir="auto"
              >
                {project.name}
              </Link>
            </Cell>
            <Cell className="min-w-44">
              <span className="flex flex-col items-start gap-1.5">
                <HealthBadge health={project.health} />
                <LifecycleBadge lifecycle={project.lifecycle} />
                <OverdueBadge awaited={project.awaited} />
                <HealthTimeline trail={project.bars.map((bar) => bar.health)} className="ms-1" />
              </span>
            </Cell>
            <Cell>{project.lead && <PersonLink person={project.lead} />}</Cell>
            <Cell>{project.unit?.name}</Cell>
            <Cell className="whitespace-nowrap">
              <TargetDates from={project.originalTargetOn} to={project.targetOn} beside={now} />
            </Cell>
            <Cell className="whitespace-nowrap tabular-nums">
              {project.slipDays ? t('projects.slipBy', { count: project.slipDays }) : '–'}
            </Cell>
            <Cell className="whitespace-nowrap">
              {project.lastStatusAt ? (
                <>
                  <span data-no-print>
                    <Time at={project.lastStatusAt} />
                  </span>
                  {/* On paper "two hours ago" says nothing. */}
                  <span className="hidden print:inline">{day(project.lastStatusAt.slice(0, 10), now)}</span>
                </>
              ) : (
                t('projects.never')
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
