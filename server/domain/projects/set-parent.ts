import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { invalid } from '#server/platform/errors.ts';
import { findProject } from './find-project.ts';
import { manageThis } from './manage-this.ts';

/**
 * Makes a project part of another one that the actor may read, or of none. A project is never part of itself, not
 * even through others. Throws not_found, forbidden, invalid.
 */
export async function setParent(
  parts: Parts,
  actor: Actor,
  slug: string,
  parentSlug: string | null,
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    // Two who move each other's project at once must not close a circle.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('project.parent'))::text`;
    const project = await manageThis(tx, parts, actor, slug);
    const parent = parentSlug ? await findProject(tx, actor, parentSlug) : null;
    if (parent) {
      const above = await tx.$queryRaw<{ id: string }[]>`
        WITH RECURSIVE up AS (
          SELECT id, parent_id FROM project WHERE id = ${parent.id}::uuid
          UNION SELECT p.id, p.parent_id FROM project p JOIN up ON p.id = up.parent_id)
        SELECT id::text FROM up WHERE id = ${project.id}::uuid`;
      if (above.length > 0) throw invalid({ parent: ['projects.parentCircle'] });
    }
    await tx.project.update({ where: { id: project.id }, data: { parentId: parent?.id ?? null } });
    await parts.events.publish(tx, { type: 'project.changed', projectId: project.id });
  });
}
