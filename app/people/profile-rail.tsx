import { Link } from '@remix-run/react';
import { Network } from 'lucide-react';
import { StandsIn } from '#app/organisation/stands-in.tsx';
import { HealthIcon, healthWord } from '#app/shell/health-icon.tsx';
import { Dotted, useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, usePersonName } from '#app/shell/person.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import { RailCard } from '#app/ui/card.tsx';
import { cn } from '#app/ui/cn.ts';
import type { MiniChartView } from '#server/domain/organisation/chart.view.ts';
import type { ProfileView } from '#server/domain/people/profile.queries.ts';
import type { HealthBar, PersonProject } from '#server/domain/projects/project.view.ts';
import { Tags } from './tags.tsx';

type ProfileRailProps = { profile: ProfileView; sits: MiniChartView | null; projects: PersonProject[] };

/** Beside a profile: the place in the chart, projects with their health, what to ask. */
export function ProfileRail({ profile, sits, projects }: ProfileRailProps) {
  const t = useT();
  const values = (key: string) => profile.fields.find((field) => field.key === key)?.values ?? [];
  const askAbout = [...values('ask_about'), ...values('skills')];
  const languages = values('languages');
  const running = projects.filter((project) => project.lifecycle !== 'done');
  return (
    <>
      {sits && <SitsCard profile={profile} sits={sits} />}
      {running.length > 0 && (
        <RailCard id="projects-title" title={t('people.projects')}>
          <ul className="divide-y divide-line">
            {running.map((project) => (
              <ProjectLine key={project.id} project={project} />
            ))}
          </ul>
        </RailCard>
      )}
      {(askAbout.length > 0 || languages.length > 0) && (
        <RailCard id="ask-title" title={t('people.askMeAbout')}>
          <Tags
            values={[...new Set([...askAbout, ...(languages.length > 0 ? [languages.join(' · ')] : [])])]}
          />
        </RailCard>
      )}
    </>
  );
}

function SitsCard({ profile, sits }: { profile: ProfileView; sits: MiniChartView }) {
  const t = useT();
  const nameOf = usePersonName();
  const name = profile.shortName || t('common.nameWithheld');
  return (
    <RailCard id="sits-title" title={t('people.whereSits', { name })}>
      <ol className="flex flex-col gap-1">
        {sits.chain.map((row, depth) => {
          const holder = row.holders[0];
          return (
            <li key={row.positionId} style={{ marginInlineStart: `${depth * 0.875}rem` }}>
              <Link
                to={`/org?chart=${sits.chartId}&focus=${row.positionId}`}
                prefetch="intent"
                className="flex items-center gap-2.5 rounded-md p-1.5 text-meta hover:bg-sunk"
              >
                {holder ? (
                  <PersonAvatar person={holder} size="sm" />
                ) : (
                  <span className="size-7 shrink-0 rounded-full border border-dashed border-control-line" />
                )}
                <span className="min-w-0 break-words">
                  <bdi className="font-medium">
                    {holder ? row.holders.map(nameOf).join(' · ') : t('people.vacant')}
                  </bdi>
                  <span className="block text-muted">{row.title}</span>
                </span>
              </Link>
            </li>
          );
        })}
        <li
          style={{ marginInlineStart: `${sits.chain.length * 0.875}rem` }}
          className="flex items-center gap-2.5 rounded-md bg-brand-soft p-1.5 text-meta"
        >
          <PersonAvatar person={profile.person} size="sm" />
          <span className="min-w-0 break-words">
            <bdi className="font-semibold text-brand-ink">{name}</bdi>
            {sits.direct > 0 && (
              <span className="text-soft"> · {t('people.reports', { count: sits.direct })}</span>
            )}
          </span>
        </li>
      </ol>
      <div className="mt-2 empty:hidden">
        <StandsIn seat={sits} />
      </div>
      <Link
        to={`/org?chart=${sits.chartId}&focus=${sits.positionId}`}
        className={cn(buttonStyle({ size: 'sm' }), 'mt-3')}
      >
        <Network aria-hidden="true" />
        {t('people.openInOrganisation')}
      </Link>
    </RailCard>
  );
}

function ProjectLine({ project }: { project: PersonProject }) {
  const t = useT();
  const role = project.roles[0];
  return (
    <li className="flex items-center gap-2.5 py-2.5 first:pt-0 last:pb-0">
      <HealthIcon health={project.health} />
      <div className="min-w-0 flex-1">
        <Link
          to={`/projects/${project.slug}`}
          prefetch="intent"
          className="rounded-sm font-medium break-words hover:underline"
        >
          {project.name}
        </Link>
        <p className="text-meta break-words text-muted">
          <Dotted parts={[role && t(ROLE[role]), project.title]} />
        </p>
      </div>
      <Bars bars={project.bars} />
    </li>
  );
}

const ROLE = { lead: 'people.roleLead', deputy: 'people.roleDeputy', sponsor: 'people.roleSponsor' } as const;
const BAR = { on_track: 'h-5 bg-ok', at_risk: 'h-3.5 bg-warn', off_track: 'h-2.5 bg-bad' } as const;

/** The last statuses as bars: height as well as colour says how it went. */
function Bars({ bars }: { bars: HealthBar[] }) {
  const t = useT();
  if (bars.length === 0) return null;
  const words = bars.map((bar) => t(healthWord(bar.health))).join(', ');
  return (
    <span
      role="img"
      aria-label={t('people.healthSoFar', { words })}
      className="flex h-5 shrink-0 items-end gap-0.5"
    >
      {bars.map((bar) => (
        <span key={bar.at} className={cn('w-1.5 rounded-[2px]', BAR[bar.health])} />
      ))}
    </span>
  );
}
