import type { ReasonInput } from '#server/domain/conversation/entry.schema.ts';
import { loadEntry } from '#server/domain/conversation/load-entry.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError } from '#server/platform/errors.ts';

type ContestParts = Pick<Parts, 'events' | 'ids' | 'clock'>;

/**
 * The author says why they do not agree that a moderator hid what they wrote: once for each time it is hidden.
 * @throws AppError forbidden for others; conflict where it is not hidden, or was contested already.
 */
export async function contestHiding(parts: ContestParts, actor: Actor, input: ReasonInput): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const entry = await loadEntry(tx, actor, input.entryId);
    if (entry.authorId !== actor.personId) throw new AppError('forbidden');
    const act = await hidingOf(tx, entry.id);
    if (entry.state !== 'hidden' || !act || act.contestAsAct) throw new AppError('conflict');
    const contest = await tx.contest.createMany({
      data: [
        {
          id: parts.ids.next(),
          entryId: entry.id,
          actId: act.id,
          text: input.reason,
          createdAt: parts.clock.now(),
        },
      ],
      skipDuplicates: true,
    });
    if (contest.count === 0) throw new AppError('conflict');
    await parts.events.publish(tx, { type: 'entry.contested', entryId: entry.id, actId: act.id });
  });
}

/** The act by which a moderator hid what is hidden now; null where a board's owner did. */
export async function hidingOf(tx: Tx, entryId: string) {
  const entry = await tx.entry.findUnique({ where: { id: entryId }, select: { removedById: true } });
  const act = await tx.moderationAct.findFirst({
    where: { entryId, act: 'hide' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { contestAsAct: true },
  });
  return act && act.moderatorId === entry?.removedById ? act : null;
}
