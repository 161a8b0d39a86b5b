import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { invalid } from '#server/platform/errors.ts';
import { loadEntry } from './load-entry.ts';

/** Follow: told of every comment. Mute: of none, also on one's own post. Neither: as it comes. */
export type FollowChoice = 'follow' | 'unfollow' | 'mute';

/** Settles whether the actor hears of what is said below a thread. Only they know. */
export async function followThread(
  parts: Pick<Parts, 'db'>,
  actor: Actor,
  entryId: string,
  choice: FollowChoice,
): Promise<void> {
  const entry = await loadEntry(parts.db, actor, entryId);
  if (entry.threadId) throw invalid({ entryId: ['error.invalid'] });
  const key = { personId: actor.personId, entryId: entry.id };
  if (choice === 'unfollow') {
    await parts.db.follow.deleteMany({ where: key });
    return;
  }
  const muted = choice === 'mute';
  await parts.db.follow.upsert({
    where: { personId_entryId: key },
    create: { ...key, muted },
    update: { muted },
  });
}
