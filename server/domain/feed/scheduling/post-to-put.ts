import { loadEntry } from '#server/domain/conversation/load-entry.ts';
import { mayPutOnTop } from '#server/domain/feed/post.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { AppError } from '#server/platform/errors.ts';

/**
 * The id of a post that the actor may put on top, or take off it.
 * @throws AppError not_found; forbidden where the right is missing, or it is no post that is to be seen.
 */
export async function postToPut(tx: Tx, actor: Actor, entryId: string): Promise<string> {
  const { id, kind, state, audienceId } = await loadEntry(tx, actor, entryId);
  const allowed = await mayPutOnTop(tx, actor, [audienceId]);
  if (kind !== 'post' || state !== 'published' || !allowed.has(audienceId)) throw new AppError('forbidden');
  return id;
}
