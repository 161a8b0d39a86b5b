import { loadEntryFor } from '#server/domain/conversation/load-entry.ts';
import type { WriteEntryInput } from '#server/domain/conversation/write-entry.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { publishPost } from './publish-post.ts';
import type { ShareInput } from './share.schema.ts';

/**
 * Passes a post on to another audience, with words of one's own. Only what every insider may read can be: a post for a
 * team would otherwise be told of to others. Whoever may not read the original (an external, say) sees no word of it.
 * @throws AppError not_found, forbidden; invalid (audienceId, text).
 */
export async function sharePost(
  parts: Pick<Parts, 'config' | 'db' | 'events' | 'ids' | 'clock'>,
  actor: Actor,
  { entryId, ...words }: ShareInput & Pick<WriteEntryInput, 'publishedAt' | 'translation' | 'language'>,
): Promise<{ id: string }> {
  const original = await loadEntryFor(parts.db, actor, entryId, 'share');
  // What only passes on is not passed on itself: the original is.
  const { sharedEntryId } = await parts.db.entry.findUniqueOrThrow({
    where: { id: original.id },
    select: { sharedEntryId: true },
  });
  return publishPost(parts, actor, { ...words, sharedEntryId: sharedEntryId ?? original.id });
}
