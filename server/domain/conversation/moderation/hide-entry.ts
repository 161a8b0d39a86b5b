import { mayDecide } from '#server/domain/conversation/entry.policy.ts';
import type { ReasonInput } from '#server/domain/conversation/entry.schema.ts';
import { loadEntry, loadEntryFor } from '#server/domain/conversation/load-entry.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError } from '#server/platform/errors.ts';
import { recordAct } from './record-act.ts';

type ModerationParts = Pick<Parts, 'events' | 'ids' | 'clock'>;

/** Hides an entry for everyone, with a reason that its author and readers see. Open reports on it are upheld. */
export async function hideEntry(parts: ModerationParts, actor: Actor, input: ReasonInput): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const entry = await loadEntryFor(tx, actor, input.entryId, 'hide');
    const now = parts.clock.now();
    await tx.entry.update({
      where: { id: entry.id },
      data: { state: 'hidden', removedById: actor.personId, removedAt: now, removalReason: input.reason },
    });
    await decideReports(tx, parts, actor, entry.id, 'upheld');
    await recordAct(tx, parts, actor, entry.id, 'hide', input.reason);
    await parts.events.publish(tx, {
      type: 'entry.removed',
      entryId: entry.id,
      kind: entry.kind,
      threadId: entry.threadId,
      cause: 'hidden',
    });
  });
}

/** Shows a hidden entry again. */
export async function restoreEntry(parts: ModerationParts, actor: Actor, input: ReasonInput): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const entry = await loadEntry(tx, actor, input.entryId);
    if (!mayDecide(actor, entry)) throw new AppError('forbidden');
    if (entry.state !== 'hidden') throw new AppError('conflict');
    await tx.entry.update({
      where: { id: entry.id },
      data: { state: 'published', removedById: null, removedAt: null, removalReason: null },
    });
    await tx.contest.updateMany({
      where: { entryId: entry.id, state: 'open' },
      data: {
        state: 'restored',
        decidedById: actor.personId,
        decidedAt: parts.clock.now(),
        answer: input.reason,
      },
    });
    await recordAct(tx, parts, actor, entry.id, 'restore', input.reason);
    await parts.events.publish(tx, {
      type: 'entry.restored',
      entryId: entry.id,
      kind: entry.kind,
      threadId: entry.threadId,
    });
  });
}

/** Decides that a reported entry may stay. */
export async function dismissReports(
  parts: ModerationParts,
  actor: Actor,
  input: ReasonInput,
): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const entry = await loadEntry(tx, actor, input.entryId);
    if (!mayDecide(actor, entry)) throw new AppError('forbidden');
    await decideReports(tx, parts, actor, entry.id, 'dismissed');
    await recordAct(tx, parts, actor, entry.id, 'dismiss', input.reason);
  });
}

async function decideReports(
  tx: Tx,
  parts: ModerationParts,
  actor: Actor,
  entryId: string,
  state: 'upheld' | 'dismissed',
): Promise<void> {
  await tx.report.updateMany({
    where: { entryId, state: 'open' },
    data: { state, decidedById: actor.personId, decidedAt: parts.clock.now() },
  });
}
