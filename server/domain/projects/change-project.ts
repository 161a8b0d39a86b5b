import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { invalid } from '#server/platform/errors.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import type { FoundProject } from './find-project.ts';
import { manageThis } from './manage-this.ts';
import { type ChangeProjectInput, changeProjectSchema } from './project.schema.ts';

/**
 * Changes what a project is called, what it is about, where it belongs and who may read it. Its address stays, so that
 * no link breaks. Throws not_found, forbidden, invalid.
 */
export async function changeProject(
  parts: Parts,
  actor: Actor,
  slug: string,
  input: ChangeProjectInput,
): Promise<void> {
  const { sure, ...change } = parseInput(changeProjectSchema, input);
  await parts.events.transaction(async (tx) => {
    const project = await manageThis(tx, parts, actor, slug);
    if (change.unitId && (await tx.orgUnit.count({ where: { id: change.unitId } })) === 0)
      throw invalid({ unitId: ['error.choose'] });
    if (project.visibility === 'members' && change.visibility === 'open' && !sure)
      throw invalid({ sure: ['projects.sureToOpen'] });
    await tx.project.update({ where: { id: project.id }, data: change });
    await tx.chart.update({ where: { id: project.chartId }, data: { name: change.name } });
    if (change.visibility !== project.visibility) {
      const open = change.visibility === 'open';
      await tx.audience.update({ where: { id: project.audienceId }, data: { open } });
      if (!open) await dropOutsiders(tx, parts, project);
      await writeAudit(tx, parts, {
        actorId: actor.personId,
        action: open ? 'project.opened' : 'project.closed',
        subjectKind: 'project',
        subjectId: project.id,
      });
    }
    await parts.events.publish(tx, { type: 'project.changed', projectId: project.id });
  });
}

/**
 * After a project is for its members alone: it leaves the feeds of whoever only followed it, and whoever still has an
 * unread notice or an open window about it is asked anew what they may read.
 */
async function dropOutsiders(tx: Tx, parts: Pick<Parts, 'events'>, project: FoundProject): Promise<void> {
  const { audienceId } = project;
  const outsiders = await tx.$queryRaw<{ personId: string }[]>`
    SELECT o.person_id::text AS "personId" FROM (
      SELECT person_id FROM subscription WHERE audience_id = ${audienceId}::uuid
      UNION SELECT n.person_id FROM notification n JOIN entry e ON e.id = n.entry_id
      WHERE e.audience_id = ${audienceId}::uuid AND n.read_at IS NULL
      UNION SELECT n.person_id FROM notification n
      WHERE n.subject_id = ${project.id}::uuid AND n.kind IN ('status', 'project') AND n.read_at IS NULL) o
    WHERE NOT EXISTS (SELECT 1 FROM audience_membership m
      WHERE m.audience_id = ${audienceId}::uuid AND m.person_id = o.person_id
        AND m.valid_from <= CURRENT_DATE AND (m.valid_to IS NULL OR m.valid_to > CURRENT_DATE))
    ORDER BY 1`;
  const personIds = outsiders.map((row) => row.personId);
  await tx.subscription.deleteMany({ where: { audienceId, personId: { in: personIds } } });
  await parts.events.publishAll(
    tx,
    personIds.map((personId) => ({ type: 'membership.changed' as const, personId, audienceId })),
  );
}
