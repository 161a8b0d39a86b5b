import type { Actor, Services } from '#app/shell/load-context.ts';
import type { ChartView } from '#server/domain/organisation/chart.view.ts';
import type { BranchCard } from '#server/domain/organisation/export/branch.queries.ts';
import { type ExportAddress, MOST_IN_PICTURE } from './export-address.ts';

/** What a picture shows, by the same services and rules as the page: nothing is in it that its reader may not see. */
export async function readChart(
  services: Services,
  actor: Actor,
  chart: string,
  { scope, chart: address }: ExportAddress,
): Promise<ChartView> {
  const view = await services.organisation.chart(actor, { ...address, chart });
  if (scope === 'view' || view.focusId === null) return view;
  const below = scope === 'below' ? view.focusId : null;
  const most = MOST_IN_PICTURE;
  const branch = await services.organisation.branch(actor, { chart, below, on: view.on, most });
  const cards: BranchCard[] = [];
  for await (const piece of branch.cards) cards.push(...piece);
  // What stands above the branch is not in the picture.
  const shown = cards.map((card) => (card.level === 0 ? { ...card, parentId: null } : card));
  const roots = shown.filter((card) => card.level === 0).length;
  // Of the whole nobody is the middle: the chain above the focus would be drawn into one line, and all else aside.
  return { ...view, focusId: below, cards: shown, roots };
}

/** The same as rows, in pieces and of any size. */
export async function readTable(
  services: Services,
  actor: Actor,
  chart: string,
  { scope, chart: address }: ExportAddress,
): Promise<{ on: string; pieces: AsyncIterable<BranchCard[]> }> {
  const view = await services.organisation.chart(actor, { ...address, chart });
  if (scope === 'view') return { on: view.on, pieces: onePiece(withLevels(view)) };
  const below = scope === 'below' ? view.focusId : null;
  const { cards } = await services.organisation.branch(actor, { chart, below, on: view.on });
  return { on: view.on, pieces: cards };
}

async function* onePiece<T>(piece: T): AsyncGenerator<T> {
  yield piece;
}

function withLevels({ cards }: ChartView): BranchCard[] {
  const parents = new Map(cards.map((card) => [card.id, card.parentId]));
  const levelOf = (id: string): number => {
    const parent = parents.get(id);
    return parent && parents.has(parent) ? levelOf(parent) + 1 : 0;
  };
  return cards.map((card) => ({ ...card, level: levelOf(card.id) })).sort((a, b) => a.level - b.level);
}
