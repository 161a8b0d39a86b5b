import { Form } from '@remix-run/react';
import { Circle, CircleAlert, CircleCheckBig } from 'lucide-react';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import type { MilestoneView, ProjectPage } from '#server/domain/projects/project.view.ts';
import { TargetDates } from './target-dates.tsx';
import { useDay } from './use-day.ts';

/** The steps on the way, with the day first promised beside the one that holds. */
export function Milestones({ project, now }: { project: ProjectPage; now: string }) {
  const t = useT();
  if (project.milestones.length === 0)
    return <p className="text-meta text-muted">{t('projects.noMilestones')}</p>;
  return (
    <ol className="flex flex-col gap-2.5 text-meta">
      {project.milestones.map((milestone) => (
        <MilestoneRow key={milestone.id} milestone={milestone} now={now} manage={project.abilities.manage} />
      ))}
    </ol>
  );
}

function MilestoneRow({
  milestone,
  now,
  manage,
}: {
  milestone: MilestoneView;
  now: string;
  manage: boolean;
}) {
  const t = useT();
  const day = useDay();
  const name = t.locale === 'en' ? milestone.nameEn : milestone.nameDe;
  const late = !milestone.doneOn && milestone.targetOn < now.slice(0, 10);
  const Icon = milestone.doneOn ? CircleCheckBig : late ? CircleAlert : Circle;
  const colour = milestone.doneOn ? 'text-ok' : late ? 'text-warn' : 'text-muted';
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${colour}`} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium break-words" dir="auto">
          {name}
        </span>
        <span className="block text-muted">
          {milestone.doneOn ? (
            t('projects.milestoneDone', { when: day(milestone.doneOn, now) })
          ) : late ? (
            t('projects.milestoneLate', { when: day(milestone.targetOn, now) })
          ) : (
            <TargetDates from={milestone.originalOn} to={milestone.targetOn} beside={now} />
          )}
        </span>
        {milestone.movedBecause && !milestone.doneOn && (
          <span className="block break-words text-muted" dir="auto">
            {t('projects.whyMoved')} {milestone.movedBecause}
          </span>
        )}
      </span>
      {manage && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value={milestone.doneOn ? 'milestone-open' : 'milestone-done'} />
          <input type="hidden" name="milestoneId" value={milestone.id} />
          <Button
            type="submit"
            look="quiet"
            size="sm"
            aria-label={t(milestone.doneOn ? 'projects.reopenName' : 'projects.markDoneName', { name })}
          >
            {t(milestone.doneOn ? 'projects.reopen' : 'projects.markDone')}
          </Button>
        </Form>
      )}
    </li>
  );
}
