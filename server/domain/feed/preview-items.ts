import type { LinkPreviews } from '#server/domain/conversation/link-preview.view.ts';
import { previewLinks } from '#server/domain/conversation/preview-links.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { FeedItemView } from './feed.view.ts';

/** The items, in their order, with what they and their comments link to in small; asked about once for all of them. */
export async function previewItems(
  previews: LinkPreviews,
  actor: Actor,
  items: readonly FeedItemView[],
): Promise<FeedItemView[]> {
  const written = items.flatMap(({ entry, comments }) => (entry ? [entry, ...comments] : comments));
  const shown = await previewLinks(previews, actor, written);
  return items.map((item) => ({
    ...item,
    entry: item.entry && shown(item.entry),
    comments: item.comments.map(shown),
  }));
}
