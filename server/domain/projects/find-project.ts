import { readable } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Tx } from '#server/platform/database/client.ts';
import {
  type Health,
  type Lifecycle,
  Prisma,
  type ProjectVisibility,
} from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { isStorable } from '#server/platform/text/storable.schema.ts';

export type FoundProject = {
  id: string;
  slug: string;
  name: string;
  audienceId: string;
  chartId: string;
  lifecycle: Lifecycle;
  visibility: ProjectVisibility;
  health: Health | null;
  originalTargetOn: Date | null;
  targetOn: Date | null;
};

/**
 * The project of an address, if the actor may read it. `not_found` otherwise: that a project for members
 * exists at all is none of the others' business. `lock` holds the row until the transaction ends.
 */
export async function findProject(
  tx: Tx,
  actor: Actor,
  slug: string,
  options: { lock?: boolean } = {},
): Promise<FoundProject> {
  if (!isStorable(slug)) throw new AppError('not_found');
  const [row] = await tx.$queryRaw<FoundProject[]>`
    SELECT p.id, p.slug, p.name, p.audience_id AS "audienceId", p.chart_id AS "chartId",
      p.lifecycle::text AS lifecycle, p.health::text AS health, p.visibility::text AS visibility,
      p.original_target_on AS "originalTargetOn", p.target_on AS "targetOn"
    FROM project p
    WHERE p.slug = ${slug} AND ${readable(actor, Prisma.sql`p.audience_id`)}
    ${options.lock ? Prisma.sql`FOR UPDATE OF p` : Prisma.empty}`;
  if (!row) throw new AppError('not_found');
  return row;
}

/** True if there is a project of that id that the actor may read. */
export async function mayReadProject(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id::text FROM project p WHERE p.id = ${id}::uuid AND ${readable(actor, Prisma.sql`p.audience_id`)}`;
  return rows.length > 0;
}
