import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { maySeeSuspensions, maySuspend } from './suspension.policy.ts';
import type { SuspendInput } from './suspension.schema.ts';

const DAY_MS = 86_400_000;

/**
 * Takes somebody's right to write for some days; it ends by itself. Reading, reporting and deleting one's own words stay.
 * They are told, and nobody else.
 * @throws AppError forbidden; invalid (handle) for nobody, oneself, or who may not be suspended; conflict where it runs.
 */
export async function suspendPerson(
  parts: Pick<Parts, 'events' | 'ids' | 'clock'>,
  actor: Actor,
  input: SuspendInput,
): Promise<{ id: string }> {
  if (!maySeeSuspensions(actor)) throw new AppError('forbidden');
  return parts.events.transaction(async (tx) => {
    const now = parts.clock.now();
    const subject = await subjectOf(tx, input.handle.replace(/^@/, '').toLowerCase(), now);
    if (!subject) throw invalid({ handle: ['moderation.suspendNobody'] });
    if (!maySuspend(actor, subject)) throw invalid({ handle: ['moderation.suspendNot'] });
    // Locked, so that two moderators at once make one.
    await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${subject.personId}::uuid FOR UPDATE`;
    const running = await tx.suspension.count({
      where: { personId: subject.personId, liftedAt: null, endsAt: { gt: now } },
    });
    if (running > 0) throw invalid({ handle: ['moderation.suspendRuns'] });
    const id = parts.ids.next();
    const endsAt = new Date(now.getTime() + input.days * DAY_MS);
    await tx.suspension.create({
      data: {
        id,
        personId: subject.personId,
        givenById: actor.personId,
        reason: input.reason,
        startsAt: now,
        endsAt,
      },
    });
    await writeAudit(tx, parts, {
      actorId: actor.personId,
      action: 'suspension.given',
      subjectKind: 'person',
      subjectId: subject.personId,
      details: { suspensionId: id, days: input.days },
    });
    const { personId } = subject;
    await parts.events.publish(tx, { type: 'suspension.given', suspensionId: id, personId });
    return { id };
  });
}

async function subjectOf(tx: Tx, handle: string, now: Date) {
  const person = await tx.person.findUnique({
    where: { handle },
    select: { id: true, accountAsPerson: { select: { role: true } } },
  });
  if (!person?.accountAsPerson) return null;
  const rows = await tx.$queryRaw<{ speaks: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "grant" g JOIN office o ON o.id = g.scope_id AND o.independent
      WHERE g.kind = 'speak_for' AND g.scope = 'office' AND g.valid_from <= ${now} AND (g.valid_to IS NULL OR g.valid_to > ${now})
        AND (g.person_id = ${person.id}::uuid OR g.position_id IN (
          SELECT x.position_id FROM assignment x WHERE x.person_id = ${person.id}::uuid
            AND x.valid_from <= ${now}::date AND (x.valid_to IS NULL OR x.valid_to > ${now}::date)))) AS speaks`;
  return {
    personId: person.id,
    role: person.accountAsPerson.role,
    speaksIndependently: rows[0]?.speaks ?? false,
  };
}
