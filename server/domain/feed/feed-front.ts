import type { LinkPreviews } from '#server/domain/conversation/link-preview.view.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { feedPage, mustReadItems, topItems } from './feed.queries.ts';
import type { FeedFrontView } from './feed.view.ts';
import type { FeedOrder } from './feed-view.schema.ts';
import { previewItems } from './preview-items.ts';
import type { FeedFilter } from './stream.ts';

/**
 * The feed as it opens: its first page in an order, and above it what must be read and, where `pinned` is asked for, what
 * somebody has pinned on top. What all of it links to is asked about in one statement.
 */
export async function feedFront(
  parts: Pick<Parts, 'db' | 'clock'> & { previews: LinkPreviews },
  actor: Actor,
  { pinned = true, ...options }: { filter?: FeedFilter; order?: FeedOrder; pinned?: boolean } = {},
): Promise<FeedFrontView> {
  const [page, mustRead, onTop] = await Promise.all([
    feedPage(parts, actor, options),
    mustReadItems(parts, actor),
    pinned ? topItems(parts, actor) : [],
  ]);
  const pinnedOnly = onTop.filter(({ id }) => !mustRead.some((item) => item.id === id));
  const above = mustRead.length + pinnedOnly.length;
  const items = await previewItems(parts.previews, actor, [...mustRead, ...pinnedOnly, ...page.items]);
  return { top: items.slice(0, above), feed: { ...page, items: items.slice(above) } };
}
