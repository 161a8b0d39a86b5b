import type { Health } from '#app/shell/health.ts';
import { healthWord } from '#app/shell/health-icon.tsx';
import type { Translate } from '#app/shell/i18n.tsx';
import type { ChartCard } from '#server/domain/organisation/chart.view.ts';
import type { ColourKey } from './chart-address.ts';
import type { Leads, Model } from './chart-model.ts';

/** A colour of the chart and what it stands for. `broken`: the colour's second round, told apart by gaps. */
export type Swatch = {
  key: string;
  label: string | null;
  health: Health | null;
  colour: string;
  broken: boolean;
};

/** Hues that neighbours in this order are told apart by, also with weak red and green. */
const HUES = [255, 65, 155, 335, 105, 205, 25, 295];
const HEALTH_COLOURS: Record<Health, string> = {
  on_track: 'var(--ok)',
  at_risk: 'var(--warn)',
  off_track: 'var(--bad)',
};
const BY_WEIGHT: Health[] = ['off_track', 'at_risk', 'on_track'];

/**
 * Which colour each card has, by its id, and all that occur, for the legend. Units and locations get theirs in the
 * order in which they came into the picture, so that opening a branch changes no colour that stands there already.
 */
export function coloursOf(
  model: Model,
  by: ColourKey | null,
): { ofCard: ReadonlyMap<string, Swatch>; swatches: Swatch[] } {
  const ofCard = new Map<string, Swatch>();
  const known = new Map<string, Swatch>();
  if (by) {
    for (const card of model.cards.values()) {
      const swatch = by === 'health' ? healthSwatch(card, model.leads) : placeSwatch(card, by, known.size);
      if (!swatch) continue;
      const first = known.get(swatch.key) ?? swatch;
      known.set(first.key, first);
      ofCard.set(card.id, first);
    }
  }
  const swatches = [...known.values()];
  if (by === 'health')
    swatches.sort((a, b) => BY_WEIGHT.indexOf(a.key as Health) - BY_WEIGHT.indexOf(b.key as Health));
  return { ofCard, swatches };
}

/** What a colour stands for. */
export function swatchWord(t: Translate, swatch: Swatch): string {
  return swatch.health ? t(healthWord(swatch.health)) : (swatch.label ?? '');
}

function placeSwatch(card: ChartCard, by: 'unit' | 'site', count: number): Swatch | null {
  const label = by === 'unit' ? card.unit : card.site;
  if (!label) return null;
  const key = (by === 'unit' && card.unitId) || label;
  const colour = `oklch(0.62 0.15 ${HUES[count % HUES.length]})`;
  return { key, label, health: null, colour, broken: count % (2 * HUES.length) >= HUES.length };
}

/** The worst health of what those on a card lead; nothing for those who lead nothing that is reported on. */
function healthSwatch(card: ChartCard, leads: Leads): Swatch | null {
  const found = card.holders.flatMap(({ person }) => leads[person.id] ?? []).map((project) => project.health);
  const health = BY_WEIGHT.find((one) => found.includes(one));
  return health ? { key: health, label: null, health, colour: HEALTH_COLOURS[health], broken: false } : null;
}
