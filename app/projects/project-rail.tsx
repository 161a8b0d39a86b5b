import { Link } from '@remix-run/react';
import { HealthIcon } from '#app/shell/health-icon.tsx';
import { useT } from '#app/shell/i18n.tsx';
import { PersonAvatar, PersonLink } from '#app/shell/person.tsx';
import { RailCard } from '#app/ui/card.tsx';
import type { PersonRef } from '#server/domain/identity/person-ref.ts';
import type { ProjectPage } from '#server/domain/projects/project.view.ts';
import { Milestones } from './milestones.tsx';

const MEMBERS_SHOWN = 8;

/** Beside the project: who answers for it, milestones, members, parts. */
export function ProjectRail({ project, now }: { project: ProjectPage; now: string }) {
  const t = useT();
  const people = [
    [t('projects.lead'), project.lead],
    [t('projects.deputy'), project.deputy],
    [t('projects.sponsor'), project.sponsor],
  ] as const;
  const others = project.members.filter((member) => member.roles.length === 0);
  return (
    <>
      <RailCard id="people" title={t('projects.people')}>
        <ul className="flex flex-col gap-2.5">
          {people.map(([role, person]) => person && <PersonRow key={role} person={person} detail={role} />)}
        </ul>
      </RailCard>
      <RailCard id="milestones" title={t('projects.milestones')}>
        <Milestones project={project} now={now} />
      </RailCard>
      {project.memberCount > 0 && (
        <RailCard id="members" title={t('projects.members', { count: project.memberCount })}>
          <ul className="flex flex-col gap-2.5">
            {others.slice(0, MEMBERS_SHOWN).map(({ person, title }) => (
              <PersonRow key={person.id} person={person} detail={title} />
            ))}
          </ul>
          <Link
            to={`/org?chart=${project.slug}`}
            className="mt-3 inline-block rounded-sm text-meta font-medium text-brand-ink hover:underline"
          >
            {t('projects.allMembers')}
          </Link>
        </RailCard>
      )}
      {project.children.length > 0 && (
        <RailCard id="parts" title={t('projects.parts')}>
          <ul className="flex flex-col gap-2">
            {project.children.map((part) => (
              <li key={part.id} className="flex items-center gap-2 text-meta">
                <HealthIcon health={part.health} />
                <Link
                  to={`/projects/${part.slug}`}
                  className="min-w-0 font-medium break-words hover:underline"
                >
                  {part.name}
                </Link>
              </li>
            ))}
          </ul>
        </RailCard>
      )}
    </>
  );
}

function PersonRow({ person, detail }: { person: PersonRef; detail: string }) {
  return (
    <li className="flex min-w-0 items-center gap-2.5 text-meta">
      <PersonAvatar person={person} size="sm" />
      <span className="min-w-0">
        <span className="block">
          <PersonLink person={person} />
        </span>
        <span className="block break-words text-muted">{detail}</span>
      </span>
    </li>
  );
}
