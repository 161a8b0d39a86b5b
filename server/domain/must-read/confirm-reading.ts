import { loadEntry } from '#server/domain/conversation/load-entry.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { ReadingWay } from '#server/platform/database/schema.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { mayFollowUp } from './must-read.policy.ts';

type ConfirmParts = Pick<Parts, 'db' | 'events' | 'clock'>;

/**
 * Confirms that the actor has read the post as it stands now. Once is enough; the first confirmation counts.
 * @throws AppError not_found where they may not read it or need not
 */
export async function confirmReading(parts: ConfirmParts, actor: Actor, entryId: string): Promise<void> {
  const entry = await loadEntry(parts.db, actor, entryId);
  const way = actor.terminal ? 'terminal' : 'own_device';
  await confirm(parts, {
    entryId,
    revision: entry.revision,
    personId: actor.personId,
    way,
    enteredById: null,
  });
}

/**
 * Enters what somebody has signed on paper.
 * @param handle of the colleague, with or without its @
 * @throws AppError forbidden; invalid (person) for somebody who is not known or need not read it
 */
export async function confirmOnPaper(
  parts: ConfirmParts,
  actor: Actor,
  entryId: string,
  handle: string,
): Promise<void> {
  const entry = await loadEntry(parts.db, actor, entryId);
  if (!(await mayFollowUp(parts.db, actor, entry))) throw new AppError('forbidden');
  const person = await parts.db.person.findFirst({
    where: {
      handle: handle.replace(/^@/, '').toLowerCase(),
      readingConfirmationAsPerson: { some: { entryId } },
    },
    select: { id: true },
  });
  if (!person) throw invalid({ person: ['mustRead.notAmongThem'] });
  const enteredById = actor.personId;
  await confirm(parts, { entryId, revision: entry.revision, personId: person.id, way: 'paper', enteredById });
}

type Confirmation = {
  entryId: string;
  revision: number;
  personId: string;
  way: ReadingWay;
  enteredById: string | null;
};

async function confirm(parts: ConfirmParts, { entryId, personId, ...how }: Confirmation): Promise<void> {
  await parts.events.transaction(async (tx) => {
    const who = { entryId, personId };
    const { count } = await tx.readingConfirmation.updateMany({
      where: { ...who, confirmedAt: null },
      data: { ...how, confirmedAt: parts.clock.now() },
    });
    if (count > 0) await parts.events.publish(tx, { type: 'reading.confirmed', entryId, personId });
    else if ((await tx.readingConfirmation.count({ where: who })) === 0) throw new AppError('not_found');
  });
}
