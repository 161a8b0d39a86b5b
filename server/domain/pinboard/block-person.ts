import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';

/** From now on the person can leave nothing on the actor's board. What hangs there stays. */
export async function blockPerson(
  parts: Pick<Parts, 'db' | 'clock'>,
  actor: Actor,
  blockedId: string,
): Promise<void> {
  if (!isUuid(blockedId) || blockedId === actor.personId) throw new AppError('invalid');
  const known = await parts.db.person.count({ where: { id: blockedId } });
  if (known === 0) throw new AppError('not_found');
  const key = { ownerId: actor.personId, blockedId };
  await parts.db.block.upsert({
    where: { ownerId_blockedId: key },
    create: { ...key, createdAt: parts.clock.now() },
    update: {},
  });
}

/** Lets a blocked person leave pins again. */
export async function unblockPerson(
  parts: Pick<Parts, 'db'>,
  actor: Actor,
  blockedId: string,
): Promise<void> {
  if (!isUuid(blockedId)) throw new AppError('invalid');
  await parts.db.block.deleteMany({ where: { ownerId: actor.personId, blockedId } });
}
