import type { Actor } from '#server/domain/identity/actor.ts';
import { isInsider } from '#server/domain/identity/actor.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/** The audience of everyone in the company: a fixed id, made by the first migration, never materialised. */
export const EVERYONE_AUDIENCE_ID = '00000000-0000-7000-8000-000000000001';

/**
 * SQL predicate: the audience in `column` is readable by the actor today. Open audiences are
 * readable by insiders; others by their members, a combination by the members of its parts.
 */
export function readable(actor: Pick<Actor, 'personId' | 'role'>, column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM audience readable_a WHERE readable_a.id = ${column} AND (
      (readable_a.open AND ${isInsider(actor)})
      OR EXISTS (
        SELECT 1 FROM audience_membership readable_m
        WHERE readable_m.person_id = ${actor.personId}::uuid AND readable_m.audience_id = readable_a.id
          AND readable_m.valid_from <= CURRENT_DATE AND (readable_m.valid_to IS NULL OR readable_m.valid_to > CURRENT_DATE))
      OR (readable_a.kind = 'combination' AND EXISTS (
        SELECT 1 FROM audience_part readable_p
        JOIN audience_membership readable_m ON readable_m.audience_id = readable_p.part_id
        WHERE readable_p.audience_id = readable_a.id AND readable_m.person_id = ${actor.personId}::uuid
          AND readable_m.valid_from <= CURRENT_DATE AND (readable_m.valid_to IS NULL OR readable_m.valid_to > CURRENT_DATE)))))`;
}

/** True if the actor may read what is addressed to the audience. */
export async function mayRead(
  db: Database | Tx,
  actor: Pick<Actor, 'personId' | 'role'>,
  audienceId: string,
): Promise<boolean> {
  const rows = await db.$queryRaw<
    { ok: boolean }[]
  >`SELECT ${readable(actor, Prisma.sql`${audienceId}::uuid`)} AS ok`;
  return rows[0]?.ok ?? false;
}
