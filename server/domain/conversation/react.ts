import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { SettingsReader } from '#server/domain/settings/settings.queries.ts';
import { invalid } from '#server/platform/errors.ts';
import { loadEntryFor } from './load-entry.ts';

/** Adds one of the company's reactions, or takes it back where it stands already. */
export async function toggleReaction(
  parts: Pick<Parts, 'events' | 'clock'> & { settings: Pick<SettingsReader, 'current'> },
  actor: Actor,
  input: { entryId: string; emoji: string },
): Promise<void> {
  const { reactions } = await parts.settings.current();
  if (!reactions.includes(input.emoji)) throw invalid({ emoji: ['error.choose'] });
  await parts.events.transaction(async (tx) => {
    const entry = await loadEntryFor(tx, actor, input.entryId, 'react');
    const key = { entryId: entry.id, personId: actor.personId, emoji: input.emoji };
    const removed = await tx.reaction.deleteMany({ where: key });
    // Two presses at once both find nothing to take back: they are one reaction.
    if (removed.count === 0)
      await tx.reaction.createMany({ data: { ...key, createdAt: parts.clock.now() }, skipDuplicates: true });
    await parts.events.publish(tx, { type: 'reaction.changed', entryId: entry.id, personId: actor.personId });
  });
}
