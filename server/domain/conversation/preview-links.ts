import type { Actor } from '#server/domain/identity/actor.ts';
import type { EntryView } from './entry.view.ts';
import type { LinkPreviews } from './link-preview.view.ts';

/**
 * Asks once what may be shown of everything that `views` link to, not at all where they link to nothing; resolves to what
 * gives each view its preview. A link without one stays as it stands in the text.
 */
export async function previewLinks(
  previews: LinkPreviews,
  actor: Actor,
  views: readonly EntryView[],
): Promise<(view: EntryView) => EntryView> {
  const paths = [...new Set(views.flatMap(({ link }) => link ?? []))];
  if (paths.length === 0) return (view) => view;
  const found = await previews(actor, paths);
  return ({ link, ...view }) => {
    const preview = link && found.get(link);
    return preview ? { ...view, preview } : view;
  };
}
