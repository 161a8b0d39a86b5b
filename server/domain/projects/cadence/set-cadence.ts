import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { manageThis } from '#server/domain/projects/manage-this.ts';
import { type CadenceInput, cadenceSchema } from '#server/domain/projects/project.schema.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { planStatus } from './plan-status.ts';

/**
 * How often, and on which weekday and hour of the writer's clock, a status is due. Another rhythm starts with a full
 * interval; another day or hour of the same does not. Throws not_found, forbidden, invalid.
 */
export async function setCadence(
  parts: Parts,
  actor: Actor,
  slug: string,
  input: CadenceInput,
): Promise<void> {
  const cadence = parseInput(cadenceSchema, input);
  await parts.events.transaction(async (tx) => {
    const project = await manageThis(tx, parts, actor, slug);
    const before = await tx.project.findUniqueOrThrow({ where: { id: project.id } });
    const another = before.cadence !== cadence.cadence;
    await tx.project.update({
      where: { id: project.id },
      data: { ...cadence, ...(another && { cadenceFrom: parts.clock.now() }) },
    });
    await planStatus(tx, parts, project.id);
    await parts.events.publish(tx, { type: 'project.changed', projectId: project.id });
  });
}
