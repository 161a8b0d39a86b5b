import { mayDecideContest } from '#server/domain/conversation/entry.policy.ts';
import type { ReasonInput } from '#server/domain/conversation/entry.schema.ts';
import { loadEntry } from '#server/domain/conversation/load-entry.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { hidingOf } from './contest-hiding.ts';
import { otherModerators } from './other-moderators.queries.ts';
import { recordAct } from './record-act.ts';

/**
 * Decides about a contest: the entry is shown again, or stays hidden; the author is told which, and why. Whoever hid it
 * decides only where the company has no other moderator.
 * @throws AppError forbidden; conflict where it was decided already.
 */
export async function decideContest(
  parts: Pick<Parts, 'events' | 'ids' | 'clock'>,
  actor: Actor,
  input: ReasonInput & { restore: boolean },
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const entry = await loadEntry(tx, actor, input.entryId);
    const hiding = await hidingOf(tx, entry.id);
    const now = parts.clock.now();
    const alone = hiding !== null && !(await otherModerators(tx, [hiding.moderatorId, entry.authorId], now));
    const facts = { ...entry, hiddenById: hiding?.moderatorId ?? null, alone };
    if (!mayDecideContest(actor, facts)) throw new AppError('forbidden');
    if (!hiding?.contestAsAct) throw new AppError('conflict');
    const decided = await tx.contest.updateMany({
      where: { id: hiding.contestAsAct.id, state: 'open' },
      data: {
        state: input.restore ? 'restored' : 'upheld',
        decidedById: actor.personId,
        decidedAt: now,
        answer: input.reason,
      },
    });
    if (decided.count === 0) throw new AppError('conflict');
    if (input.restore) {
      await tx.entry.update({
        where: { id: entry.id },
        data: { state: 'published', removedById: null, removedAt: null, removalReason: null },
      });
    }
    const act = input.restore ? 'restore' : 'uphold';
    const { id: actId } = await recordAct(tx, parts, actor, entry.id, act, input.reason);
    const { id: entryId, kind, threadId } = entry;
    await parts.events.publish(
      tx,
      input.restore
        ? { type: 'entry.restored', entryId, kind, threadId }
        : { type: 'entry.upheld', entryId, actId },
    );
  });
}
