import type { Actor } from '#server/domain/identity/actor.ts';
import { knownTo } from '#server/domain/people/people.policy.ts';
import { inForce } from '#server/domain/people/relation.queries.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import type { BoardFacts } from './pinboard.policy.ts';

type Row = {
  closed: boolean;
  off: boolean;
  blocked: boolean;
  unit: BoardFacts['unit'];
};

/**
 * What is known of a person's board, for one reader.
 * @param today the day as `2026-11-21`.
 * @throws AppError not_found where there is nobody, or nobody the actor may know of.
 */
export async function loadBoard(
  db: Database | Tx,
  actor: Pick<Actor, 'personId' | 'role'>,
  ownerId: string,
  today: string,
): Promise<BoardFacts> {
  if (!isUuid(ownerId)) throw new AppError('not_found');
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT (p.name_withheld OR p.erased_at IS NOT NULL OR COALESCE(p.ends_on <= ${today}::date, false)) AS closed,
      COALESCE(b.off, false) AS off,
      EXISTS (SELECT 1 FROM block k WHERE k.owner_id = p.id AND k.blocked_id = ${actor.personId}::uuid) AS blocked,
      (SELECT json_build_object('id', u.id, 'name', u.name, 'audienceId', u.audience_id, 'boardAudienceId', u.board_audience_id)
        FROM assignment a JOIN position po ON po.id = a.position_id
        JOIN chart c ON c.id = po.chart_id AND c.kind = 'company'
        JOIN org_unit u ON u.id = po.unit_id
        WHERE a.person_id = p.id AND ${inForce('a', today)}
        ORDER BY a.main DESC, a.share DESC, a.valid_from, a.id LIMIT 1) AS unit
    FROM person p LEFT JOIN pinboard b ON b.owner_id = p.id
    WHERE p.id = ${ownerId}::uuid AND ${knownTo(actor, Prisma.sql`p.id`, today)}`);
  const row = rows[0];
  if (!row) throw new AppError('not_found');
  return { ownerId, ...row };
}
