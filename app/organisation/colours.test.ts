import { describe, expect, it } from 'vitest';
import type { ChartCard, ChartView } from '#server/domain/organisation/chart.view.ts';
import { addTeam, modelOf } from './chart-model.ts';
import { coloursOf } from './colours.ts';

function card(id: string, parentId: string | null, unit: string | null): ChartCard {
  const person = { id: `person ${id}`, handle: id, name: id, photo: null };
  return {
    id,
    parentId,
    title: id,
    unit,
    unitId: unit && `id of ${unit}`,
    site: 'Hamburg',
    holders: [{ person, share: 100 }],
    vacantSince: null,
    direct: 2,
    total: 2,
    dotted: [],
  };
}
const view = {
  chart: { id: 'c', kind: 'company', name: 'C' },
  on: '2026-03-02',
  isToday: true,
  since: null,
  focusId: 'a',
  focusMissing: false,
  cards: [card('a', null, null), card('b', 'a', 'IT'), card('c', 'a', 'HR')],
  roots: 1,
  size: 3,
} satisfies ChartView;
const project = (health: 'on_track' | 'at_risk' | null) => ({ slug: 's', name: 'S', health });

describe('colours', () => {
  it('stay what they are when a branch opens', () => {
    const model = modelOf(view, {});
    const before = coloursOf(model, 'unit').ofCard.get('c');
    const opened = addTeam(model, 'b', [card('d', 'b', 'New'), card('e', 'b', 'HR')], null, {});
    const { ofCard, swatches } = coloursOf(opened, 'unit');
    expect(swatches.map((swatch) => swatch.label)).toEqual(['IT', 'HR', 'New']);
    expect(ofCard.get('c')).toEqual(before);
    expect(ofCard.get('e')).toBe(ofCard.get('c'));
    expect(ofCard.has('a')).toBe(false);
  });
  it('are never the same for two of sixteen', () => {
    const many = Array.from({ length: 16 }, (_, n) => card(String(n), null, `Unit ${n}`));
    const looks = coloursOf(modelOf({ ...view, cards: many, roots: 16 }, {}), 'unit').swatches.map(
      ({ colour, broken }) => `${colour} ${broken}`,
    );
    expect(new Set(looks).size).toBe(16);
  });
  it('tell the worst of the projects that somebody leads', () => {
    const leads = { 'person b': [project('on_track'), project('at_risk')], 'person c': [project(null)] };
    const { ofCard, swatches } = coloursOf(modelOf(view, leads), 'health');
    expect([ofCard.get('b')?.health, ofCard.has('c'), swatches.length]).toEqual(['at_risk', false, 1]);
    expect(coloursOf(modelOf(view, leads), null).swatches).toEqual([]);
  });
});
