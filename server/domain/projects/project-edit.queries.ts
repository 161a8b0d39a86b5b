import type { Actor } from '#server/domain/identity/actor.ts';
import { personRefs } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import { Prisma, type ResponsibilityRole } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import type { ProjectEdit } from './project.view.ts';
import { dayText } from './project-holders.ts';
import { projectPage } from './project-page.queries.ts';

/** What the form for a project shows, and who it is for. Throws not_found, forbidden. */
export async function projectEdit(parts: Parts, actor: Actor, slug: string): Promise<ProjectEdit> {
  const project = await projectPage(parts, actor, slug);
  if (!project.abilities.manage) throw new AppError('forbidden', { message: 'projects.notYours' });
  const [past, readers] = await Promise.all([
    holdersEver(parts, project.id),
    outsiders(parts, project.audienceId),
  ]);
  const ids = past.map((row) => row.personId);
  const people = await personRefs(parts.db, ids, dayIn(actor.timeZone, parts.clock.now()));
  return {
    project,
    statuses: readers.statuses,
    followersOutside: readers.followers,
    history: past.flatMap(({ personId, role, validFrom, validTo }) => {
      const person = people.get(personId);
      return person ? [{ role, person, from: dayText(validFrom), until: validTo && dayText(validTo) }] : [];
    }),
  };
}

type Held = { role: ResponsibilityRole; personId: string; validFrom: Date; validTo: Date | null };

/** Who answered for it, newest first: persons, or whoever sat on the position meanwhile. */
function holdersEver({ db }: Parts, projectId: string): Promise<Held[]> {
  return db.$queryRaw<Held[]>(Prisma.sql`
    SELECT r.role::text AS role, coalesce(r.person_id, a.person_id)::text AS "personId",
      greatest(r.valid_from, a.valid_from) AS "validFrom", least(r.valid_to, a.valid_to) AS "validTo"
    FROM responsibility r LEFT JOIN assignment a ON r.person_id IS NULL AND a.position_id = r.position_id
      AND daterange(a.valid_from, a.valid_to) && daterange(r.valid_from, r.valid_to)
    WHERE r.scope = 'project' AND r.scope_id = ${projectId}::uuid AND coalesce(r.person_id, a.person_id) IS NOT NULL
    ORDER BY 3 DESC, r.role, r.id LIMIT 60`);
}

/** What opening or closing the project would mean: how much there is to read, and who follows without being a member. */
async function outsiders({ db }: Parts, audienceId: string) {
  const [row] = await db.$queryRaw<{ statuses: number; followers: number }[]>`
    SELECT (SELECT count(*)::int FROM feed_item f WHERE f.audience_id = ${audienceId}::uuid AND f.removed_at IS NULL) AS statuses,
      (SELECT count(DISTINCT s.person_id)::int FROM subscription s WHERE s.audience_id = ${audienceId}::uuid
        AND NOT EXISTS (SELECT 1 FROM audience_membership m WHERE m.audience_id = s.audience_id AND m.person_id = s.person_id
          AND m.valid_from <= CURRENT_DATE AND (m.valid_to IS NULL OR m.valid_to > CURRENT_DATE))) AS followers`;
  return row ?? { statuses: 0, followers: 0 };
}
