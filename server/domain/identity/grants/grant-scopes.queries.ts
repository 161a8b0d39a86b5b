import { type Actor, isPeopleOperations } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';

export type ScopeChoice = {
  scope: 'site' | 'unit' | 'office' | 'chart' | 'project' | 'person';
  id: string;
  name: string;
};

/**
 * What a right can be limited to, by name: sites, units, offices, charts, projects; of persons, those who lead others:
 * the likely ones, any other is named.
 * For those who hand rights out.
 */
export async function grantScopes({ db }: Pick<Parts, 'db'>, actor: Actor): Promise<ScopeChoice[]> {
  if (!isPeopleOperations(actor)) throw new AppError('forbidden');
  const nameOfOffice = actor.language === 'de' ? 'de' : 'en';
  return db.$queryRaw<ScopeChoice[]>`
    SELECT scope, id::text, name FROM (
      SELECT 1 AS place, 'site' AS scope, id, name FROM site
      UNION ALL SELECT 2, 'office', id, CASE WHEN ${nameOfOffice} = 'de' THEN name_de ELSE name_en END FROM office
      UNION ALL SELECT 3, 'unit', id, name FROM org_unit WHERE valid_to IS NULL
      UNION ALL SELECT 4, 'chart', id, name FROM chart
      UNION ALL SELECT 5, 'project', id, name FROM project
      UNION ALL SELECT 6, 'person', p.id, p.display_name FROM person p
        WHERE p.erased_at IS NULL AND NOT p.name_withheld AND (p.ends_on IS NULL OR p.ends_on > CURRENT_DATE)
        AND EXISTS (SELECT 1 FROM assignment s JOIN reporting_line l ON l.manager_id = s.position_id AND l.kind <> 'deputy' AND l.valid_to IS NULL
          WHERE s.person_id = p.id AND s.valid_to IS NULL)
    ) choices ORDER BY place, name LIMIT 2000`;
}
