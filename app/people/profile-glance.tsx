import { Link } from '@remix-run/react';
import { Network } from 'lucide-react';
import { HealthIcon } from '#app/shell/health-icon.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import type { MiniChartView } from '#server/domain/organisation/chart.view.ts';
import type { ProfileView } from '#server/domain/people/profile.queries.ts';
import type { PersonProject } from '#server/domain/projects/project.view.ts';

type GlanceProps = { profile: ProfileView; sits: MiniChartView | null; projects: PersonProject[] };

/** Place and projects in one row, where the rail beside the profile has gone below a long pinboard. */
export function ProfileGlance({ profile, sits, projects }: GlanceProps) {
  const t = useT();
  const nameOf = usePersonName();
  const running = projects.filter((project) => project.lifecycle !== 'done');
  const { manager } = profile;
  if (!sits && running.length === 0) return null;
  return (
    <ul className="mt-4 flex flex-wrap gap-2 px-4 md:px-0 xl:hidden">
      {sits && (
        <li className="max-w-full">
          <Link to={`/org?chart=${sits.chartId}&focus=${sits.positionId}`} prefetch="intent" className={CHIP}>
            <Network aria-hidden="true" className="size-4 shrink-0 text-muted" />
            <span className="truncate">
              {manager ? (
                <>
                  {t('people.manager')} <bdi>{nameOf(manager.person)}</bdi>
                </>
              ) : (
                t('people.openInOrganisation')
              )}
            </span>
          </Link>
        </li>
      )}
      {running.map((project) => (
        <li key={project.id} className="max-w-full">
          <Link to={`/projects/${project.slug}`} prefetch="intent" className={CHIP}>
            <HealthIcon health={project.health} />
            <span className="truncate">{project.name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

const CHIP =
  'flex min-h-8 items-center gap-2 rounded-full border border-line bg-surface px-3 text-meta font-medium hover:border-control-line';
