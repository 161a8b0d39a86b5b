import { meets } from '../canvas/viewport.ts';
import type { Box } from '../chart-layout.ts';
import type { Scene } from './scene.ts';

type Cards = Scene['cards'];
/** So many of a chain say where one is. */
const MOST = 3;

/** Whose team a sheet goes on with: the chain above its first card, "Mara Süß › Jonas Böttger"; empty where it begins at the top. */
export function namesAbove(cards: Cards, sheet: Box): string {
  const known = new Map(cards.map((card) => [card.id, card]));
  const names: string[] = [];
  let above = known.get(firstOn(cards, sheet)?.above ?? '');
  while (above && names.length < MOST) {
    names.unshift(above.label);
    above = known.get(above.above ?? '');
  }
  return names.join(' › ');
}

/** The first card to be read on a sheet. */
export function firstOn(cards: Cards, sheet: Box): Cards[number] | undefined {
  return cards
    .filter((card) => meets(card, sheet))
    .reduce<Cards[number] | undefined>(
      (first, card) =>
        !first || card.y < first.y || (card.y === first.y && card.x < first.x) ? card : first,
      undefined,
    );
}
