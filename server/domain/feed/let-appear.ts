import { summonReaders } from '#server/domain/must-read/require-reading.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { addFeedItem } from './add-feed-item.ts';

/** What happens when a post comes out, at once or at its hour: whoever must read it is noted, its author follows it, the feed has it. */
export async function letAppear(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'events'>,
  post: { id: string; audienceId: string; authorId: string; publishedAt: Date; mustRead: boolean },
): Promise<void> {
  const { id, audienceId, authorId, publishedAt } = post;
  if (post.mustRead) await summonReaders(tx, parts, post);
  await tx.$executeRaw`
    INSERT INTO follow (person_id, entry_id) VALUES (${authorId}::uuid, ${id}::uuid) ON CONFLICT DO NOTHING`;
  await addFeedItem(tx, parts, { kind: 'post', subjectId: id, audienceId, authorId, publishedAt });
}
