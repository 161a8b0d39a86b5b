import type { Tx } from '#server/platform/database/client.ts';
import { fold } from '#server/platform/text/fold.ts';

/** "Atlas – ERP rollout" → `atlas-erp-rollout`; a name without a Latin letter or digit reads `project`. */
export function slugFor(name: string): string {
  const slug = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return slug || 'project';
}

/** The first free one of `atlas`, `atlas-2`, `atlas-3`, … */
export async function freeSlug(tx: Tx, name: string): Promise<string> {
  const base = slugFor(name);
  const taken = await tx.project.findMany({
    where: { slug: { startsWith: base } },
    select: { slug: true },
  });
  // /projects/new is the form.
  const slugs = new Set(['new', ...taken.map((project) => project.slug)]);
  if (!slugs.has(base)) return base;
  let number = 2;
  while (slugs.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
