import { type Actor, systemActor } from '#server/domain/identity/actor.ts';
import { assign } from '#server/domain/organisation/assign.ts';
import { createPosition } from '#server/domain/organisation/create-position.ts';
import type { Parts } from '#server/domain/parts.ts';
import { invalid } from '#server/platform/errors.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { manageThis } from './manage-this.ts';
import { type AddMemberInput, addMemberSchema } from './project.schema.ts';
import { today } from './project-holders.ts';
import { syncMembers } from './sync-members.ts';

/**
 * Gives somebody a seat in the project's chart from today; with it they read the project and get it delivered. Whoever
 * manages the project may, also without the right to edit charts. Throws not_found, forbidden, invalid.
 */
export async function addMember(
  parts: Parts,
  actor: Actor,
  slug: string,
  input: AddMemberInput,
): Promise<void> {
  const { personId, title } = parseInput(addMemberSchema, input);
  await parts.events.transaction(async (tx) => {
    const project = await manageThis(tx, parts, actor, slug);
    const { chartId } = project;
    const from = today(parts.clock, actor);
    const day = new Date(`${from}T00:00:00.000Z`);
    const inForce = { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] };
    const seated = await tx.assignment.count({ where: { personId, position: { chartId }, ...inForce } });
    if (seated > 0) throw invalid({ person: ['projects.alreadyMember'] });
    const { _max } = await tx.position.aggregate({ where: { chartId }, _max: { rank: true } });
    const rank = (_max.rank ?? 0) + 1;
    const seat = await createPosition(tx, parts, systemActor, { chartId, title, rank, from });
    await assign(tx, parts, systemActor, { positionId: seat.id, personId, from });
    await syncMembers(tx, parts, project);
    await parts.events.publishAll(tx, [
      { type: 'chart.changed', chartId },
      { type: 'person.changed', personId },
      { type: 'project.changed', projectId: project.id },
      { type: 'project.entrusted', projectId: project.id, role: 'member', personId, actorId: actor.personId },
    ]);
  });
}
