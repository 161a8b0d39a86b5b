import type { Anchor, Layout, Placed } from '../chart-layout.ts';
import type { Model } from '../chart-model.ts';

/**
 * The card that stays where it is when a chart changes under its reader's eyes: the one nearest to where they look that is still
 * there and still hangs where it hung.
 */
export function anchorNear(
  drawn: Layout,
  before: Model,
  after: Model,
  sight: { x: number; y: number } | undefined,
): Anchor | null {
  const stays = [...drawn.nodes.values()].filter(
    ({ id }) => after.cards.has(id) && after.cards.get(id)?.parentId === before.cards.get(id)?.parentId,
  );
  const { x, y } = sight ?? { x: 0, y: 0 };
  const far = (node: Placed) => Math.hypot(node.x + node.width / 2 - x, node.y + node.height / 2 - y);
  const nearest = stays.reduce<Placed | null>(
    (best, node) => (best && far(best) <= far(node) ? best : node),
    null,
  );
  return nearest && { id: nearest.id, x: nearest.x, y: nearest.y };
}
