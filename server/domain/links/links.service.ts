import type { LinkPreviews } from '#server/domain/conversation/link-preview.view.ts';
import type { Parts } from '#server/domain/parts.ts';
import { pagePreviews } from './previews.queries.ts';

/** Our own pages in small, where a text links to them. Nothing is ever fetched from another house. */
export function createLinksService(parts: Parts) {
  const previews: LinkPreviews = (actor, paths) => pagePreviews(parts, actor, paths);
  return { previews };
}
