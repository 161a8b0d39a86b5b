import type { ReasonInput } from '#server/domain/conversation/entry.schema.ts';
import { loadEntryFor } from '#server/domain/conversation/load-entry.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';

/** Reports an entry to the moderators, with a reason. Reporting again replaces the reason. */
export async function reportEntry(
  parts: Pick<Parts, 'events' | 'ids' | 'clock'>,
  actor: Actor,
  input: ReasonInput,
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const entry = await loadEntryFor(tx, actor, input.entryId, 'report');
    const report = await tx.report.upsert({
      where: { entryId_reporterId: { entryId: entry.id, reporterId: actor.personId } },
      create: {
        id: parts.ids.next(),
        entryId: entry.id,
        reporterId: actor.personId,
        reason: input.reason,
        createdAt: parts.clock.now(),
      },
      update: { reason: input.reason, state: 'open', createdAt: parts.clock.now() },
    });
    await parts.events.publish(tx, { type: 'entry.reported', entryId: entry.id, reportId: report.id });
  });
}
