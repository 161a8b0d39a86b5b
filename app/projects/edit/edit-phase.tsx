import { Form } from '@remix-run/react';
import { Archive, CheckCheck, Pause, Play } from 'lucide-react';
import { LifecycleBadge } from '#app/projects/lifecycle-badge.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { Button } from '#app/ui/button.tsx';
import type { ProjectPage } from '#server/domain/projects/project.view.ts';

const STEPS = {
  active: { icon: Play, word: 'projects.toActive' },
  paused: { icon: Pause, word: 'projects.toPaused' },
  done: { icon: CheckCheck, word: 'projects.toDone' },
  archived: { icon: Archive, word: 'projects.toArchived' },
} as const;

const NEXT = {
  active: ['paused', 'done', 'archived'],
  paused: ['active', 'done', 'archived'],
  done: ['active', 'archived'],
  archived: ['active'],
} as const;

const MEANS = {
  active: 'projects.meansActive',
  paused: 'projects.meansPaused',
  done: 'projects.meansDone',
  archived: 'projects.meansArchived',
} as const;

/** Pause and resume, end, put away and bring back: what the present phase means, and where it can go. */
export function EditPhase({ project: { lifecycle } }: { project: ProjectPage }) {
  const t = useT();
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 text-meta text-pretty text-muted">
        <LifecycleBadge lifecycle={lifecycle} />
        {t(MEANS[lifecycle])}
      </p>
      <Form method="post" preventScrollReset className="mt-3 flex flex-wrap gap-2">
        <input type="hidden" name="intent" value="lifecycle" />
        {NEXT[lifecycle].map((next) => {
          const { icon: Icon, word } = STEPS[next];
          return (
            <Button key={next} type="submit" name="lifecycle" value={next}>
              <Icon aria-hidden="true" />
              {t(next === 'active' && lifecycle === 'archived' ? 'projects.bringBack' : word)}
            </Button>
          );
        })}
      </Form>
    </>
  );
}
