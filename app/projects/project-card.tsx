import { Link } from '@remix-run/react';
import { Lock } from 'lucide-react';
import { HealthBadge } from '#app/projects/health/health-badge.tsx';
import { HealthTimeline } from '#app/projects/health/health-timeline.tsx';
import { Dotted, Time, useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, PersonLink } from '#app/shell/person.tsx';
import { Card } from '#app/ui/card.tsx';
import type { ProjectCard } from '#server/domain/projects/project.view.ts';
import { LifecycleBadge } from './lifecycle-badge.tsx';
import { OverdueBadge } from './overdue-badge.tsx';
import { TargetDates } from './target-dates.tsx';

/** One project of the portfolio as a card in a list. */
export function ProjectCardItem({ project, now }: { project: ProjectCard; now: string }) {
  const t = useT();
  const { lead } = project;
  return (
    <Card as="li" className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1.5">
        <h2 className="min-w-0 text-lead font-semibold text-balance break-words" dir="auto">
          <Link to={`/projects/${project.slug}`} prefetch="intent" className="rounded-sm hover:underline">
            {project.name}
          </Link>
        </h2>
        <span className="flex flex-wrap items-center gap-1">
          <HealthBadge health={project.health} />
          <LifecycleBadge lifecycle={project.lifecycle} />
          <OverdueBadge awaited={project.awaited} />
        </span>
      </div>
      {lead && (
        <div className="flex min-w-0 items-center gap-2.5 text-meta">
          <PersonAvatar person={lead} size="sm" />
          <span className="min-w-0 break-words text-soft">
            <Dotted
              parts={[<PersonLink key="lead" person={lead} className="text-ink" />, project.unit?.name]}
            />
          </span>
        </div>
      )}
      <div className="mt-auto flex flex-wrap items-end justify-between gap-x-4 gap-y-2 text-meta">
        <div>
          <p>
            <span className="text-muted">{t('projects.target')} </span>
            <span className="font-semibold">
              <TargetDates from={project.originalTargetOn} to={project.targetOn} beside={now} />
            </span>
          </p>
          <p className="text-muted">
            {project.lastStatusAt
              ? t.rich('projects.updated', { when: <Time at={project.lastStatusAt} /> })
              : t('projects.never')}
            {project.visibility === 'members' && (
              <>
                {' · '}
                <Lock aria-hidden="true" className="inline size-3.5 align-[-0.15em]" />{' '}
                {t('projects.membersOnly')}
              </>
            )}
          </p>
        </div>
        <HealthTimeline trail={project.bars.map((bar) => bar.health)} />
      </div>
    </Card>
  );
}
