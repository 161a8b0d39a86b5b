import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { planStatus } from '#server/domain/projects/cadence/plan-status.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { ResponsibilityRole } from '#server/platform/database/schema.ts';
import { invalid } from '#server/platform/errors.ts';
import { manageThis } from './manage-this.ts';
import { today } from './project-holders.ts';
import { syncMembers } from './sync-members.ts';

export type Holder = { personId: string } | { positionId: string } | null;

/**
 * Hands lead, deputy or sponsor to a person, to whoever sits on a position, or to nobody, from today. Who held
 * it before stays in the history, and the new one is told. Throws not_found, forbidden, invalid (a project has a lead).
 */
export async function setResponsibility(
  parts: Parts,
  actor: Actor,
  slug: string,
  role: ResponsibilityRole,
  holder: Holder,
): Promise<void> {
  if (role === 'lead' && !holder) throw invalid({ lead: ['error.required'] });
  await parts.events.transaction(async (tx) => {
    const project = await manageThis(tx, parts, actor, slug);
    const from = new Date(`${today(parts.clock, actor)}T00:00:00.000Z`);
    await handOver(tx, parts, project.id, role, holder, from);
    await syncMembers(tx, parts, project);
    await planStatus(tx, parts, project.id);
    await parts.events.publish(tx, { type: 'project.changed', projectId: project.id });
    const personId = holder && 'personId' in holder ? holder.personId : null;
    if (personId) {
      const entrusted = { projectId: project.id, role, personId, actorId: actor.personId };
      await parts.events.publish(tx, { type: 'project.entrusted', ...entrusted });
    }
  });
}

/** Ends the role's running responsibility on a day and starts the new one, in the caller's transaction. */
export async function handOver(
  tx: Tx,
  parts: Pick<Parts, 'ids'>,
  projectId: string,
  role: ResponsibilityRole,
  holder: Holder,
  from: Date,
): Promise<void> {
  const running = { scope: 'project' as const, scopeId: projectId, role, validTo: null };
  await tx.responsibility.deleteMany({ where: { ...running, validFrom: { gte: from } } });
  await tx.responsibility.updateMany({ where: running, data: { validTo: from } });
  if (!holder) return;
  await tx.responsibility.create({ data: { id: parts.ids.next(), ...running, ...holder, validFrom: from } });
}
