import { Form, Link } from '@remix-run/react';
import { Bell, BellRing, Lock, Network, PenLine, Settings2 } from 'lucide-react';
import { HealthBadge } from '#app/projects/health/health-badge.tsx';
import { Time, useFormat, useT } from '#app/shell/i18n.tsx';
import { Badge } from '#app/ui/badge.tsx';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import type { ProjectPage } from '#server/domain/projects/project.view.ts';
import { LifecycleBadge } from './lifecycle-badge.tsx';
import { OverdueBadge } from './overdue-badge.tsx';
import { TargetDates } from './target-dates.tsx';

/** Name, health, target and what one can do. */
export function ProjectHeader({ project, now }: { project: ProjectPage; now: string }) {
  const t = useT();
  const format = useFormat();
  const description =
    t.locale === 'en'
      ? project.descriptionEn || project.descriptionDe
      : project.descriptionDe || project.descriptionEn;
  return (
    <Card edgeToEdge>
      {project.parent && (
        <p className="mb-1 text-meta text-muted">
          {t('projects.partOf')}{' '}
          <Link to={`/projects/${project.parent.slug}`} className="font-medium text-soft hover:underline">
            {project.parent.name}
          </Link>
        </p>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h1 className="min-w-0 text-title font-semibold text-balance break-words" dir="auto">
          {project.name}
        </h1>
        <div className="flex flex-wrap gap-1.5">
          <HealthBadge health={project.health} />
          <LifecycleBadge lifecycle={project.lifecycle} />
          <OverdueBadge awaited={project.awaited} />
          {project.visibility === 'members' && (
            <Badge>
              <Lock aria-hidden="true" />
              {t('projects.membersOnly')}
            </Badge>
          )}
        </div>
      </div>
      {description && (
        <p className="mt-2 max-w-prose text-soft" dir="auto">
          {description}
        </p>
      )}
      <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-2 text-meta">
        <div>
          <dt className="text-muted">{t('projects.target')}</dt>
          <dd className="text-body font-semibold">
            <TargetDates from={project.originalTargetOn} to={project.targetOn} beside={now} />
          </dd>
        </div>
        <div>
          <dt className="text-muted">{t('projects.lastUpdate')}</dt>
          <dd className="text-body font-semibold">
            {project.lastStatusAt ? <Time at={project.lastStatusAt} /> : t('projects.never')}
          </dd>
        </div>
        {project.awaited && (
          <div>
            <dt className="text-muted">
              {t(project.awaited.due ? 'projects.wasDue' : 'projects.nextStatus')}
            </dt>
            <dd className="text-body font-semibold">
              <time dateTime={project.awaited.at}>{format.due(project.awaited.at)}</time>
            </dd>
          </div>
        )}
        {project.unit && (
          <div>
            <dt className="text-muted">{t('projects.unit')}</dt>
            <dd className="text-body font-semibold">{project.unit.name}</dd>
          </div>
        )}
      </dl>
      <div className="mt-4 flex flex-wrap items-center gap-2 print:hidden">
        {project.abilities.publishStatus && (
          <Link
            to={`/projects/${project.slug}/status/new`}
            prefetch="intent"
            className={buttonStyle({ look: 'primary' })}
          >
            <PenLine aria-hidden="true" />
            {t('projects.writeStatus')}
          </Link>
        )}
        <FollowButton project={project} />
        <Link to={`/org?chart=${project.slug}`} prefetch="intent" className={buttonStyle()}>
          <Network aria-hidden="true" />
          {t('projects.openChart')}
        </Link>
        {project.abilities.manage && (
          <Link
            to={`/projects/${project.slug}/edit`}
            prefetch="intent"
            className={buttonStyle({ look: 'quiet' })}
          >
            <Settings2 aria-hidden="true" />
            {t('projects.edit')}
          </Link>
        )}
      </div>
      {project.following === 'member' && (
        <p className="mt-2 text-meta text-muted print:hidden">{t('projects.memberGetsIt')}</p>
      )}
    </Card>
  );
}

function FollowButton({ project }: { project: ProjectPage }) {
  const t = useT();
  if (project.following === 'member') return null;
  const follows = project.following === 'follower';
  const Icon = follows ? BellRing : Bell;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value={follows ? 'unfollow' : 'follow'} />
      <Button
        type="submit"
        aria-pressed={follows}
        title={follows ? t('projects.unfollow') : undefined}
        className={follows ? 'border-brand! bg-brand-soft! text-brand-ink!' : undefined}
      >
        <Icon aria-hidden="true" />
        {follows ? t('projects.following') : t('projects.follow')}
      </Button>
    </Form>
  );
}
