import { readable } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { today } from './day.ts';

export type UnitPage = {
  id: string;
  name: string;
  audienceId: string;
  site: string | null;
  parent: { id: string; name: string } | null;
  memberCount: number;
  /** What is written for the unit reaches the actor's feed. */
  member: boolean;
};

/**
 * A unit of today's organisation, for its own page. Whoever is inside the company may know of it, an external only of
 * their own. Throws not_found.
 */
export async function unitPage(
  parts: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<UnitPage> {
  if (!isUuid(id)) throw new AppError('not_found');
  const day = today(parts);
  const [row] = await parts.db.$queryRaw<UnitPage[]>`
    SELECT u.id::text, u.name, u.audience_id::text AS "audienceId", s.name AS site,
      CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('id', p.id, 'name', p.name) END AS parent,
      (SELECT count(DISTINCT m.person_id)::int FROM audience_membership m WHERE m.audience_id = u.audience_id
        AND m.valid_from <= CURRENT_DATE AND (m.valid_to IS NULL OR m.valid_to > CURRENT_DATE)) AS "memberCount",
      ${readable(actor, Prisma.sql`u.audience_id`)} AS member
    FROM org_unit u LEFT JOIN org_unit p ON p.id = u.parent_id LEFT JOIN site s ON s.id = u.site_id
    WHERE u.id = ${id}::uuid AND u.valid_from <= ${day}::date AND (u.valid_to IS NULL OR u.valid_to > ${day}::date)
      AND (${readable(actor, Prisma.sql`u.audience_id`)} OR ${readable(actor, Prisma.sql`u.board_audience_id`)})`;
  if (!row) throw new AppError('not_found');
  return row;
}
