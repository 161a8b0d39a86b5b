import { describe, expect, it } from 'vitest';
import type { ChartCard, ChartView } from '#server/domain/organisation/chart.view.ts';
import { neighbour } from './canvas/chart-keys.ts';
import { MOST_CARDS, nodesInView } from './canvas/viewport.ts';
import { type Layout, layoutOf, type Placed } from './chart-layout.ts';
import { addTeam, arrive, isOutdated, type Model, modelOf, renewed, setOpen, unfold } from './chart-model.ts';
import { anchorNear } from './live/anchor-near.ts';

function card(id: string, parentId: string | null, direct = 0, total = direct): ChartCard {
  return {
    id,
    parentId,
    title: id,
    unit: null,
    unitId: null,
    site: null,
    holders: [],
    vacantSince: null,
    direct,
    total,
    dotted: [],
  };
}
function viewOf(cards: ChartCard[], focusId: string, roots = 1): ChartView {
  const chart = { id: 'c', kind: 'company' as const, name: 'C' };
  return {
    chart,
    on: '2026-03-02',
    isToday: true,
    focusId,
    since: null,
    focusMissing: false,
    cards,
    roots,
    size: cards.length,
  };
}
const team = (parent: string, count: number, direct = 0) =>
  Array.from({ length: count }, (_, n) => card(`${parent}.${n}`, parent, direct));
const company = viewOf([card('a', null, 3, 20), ...team('a', 3, 4), ...team('a.1', 4)], 'a.1');

function overlaps(layout: Layout): string[] {
  const nodes = [...layout.nodes.values()];
  const hit = (p: Placed, q: Placed) =>
    p.x < q.x + q.width && q.x < p.x + p.width && p.y < q.y + q.height && q.y < p.y + p.height;
  return nodes.flatMap((p, n) =>
    nodes
      .slice(n + 1)
      .filter((q) => hit(p, q))
      .map((q) => `${p.id} ${q.id}`),
  );
}
const at = (layout: Layout, id: string) => layout.nodes.get(id);

describe('layout', () => {
  it('puts each manager above the reports, nobody on top of another', () => {
    const layout = layoutOf(modelOf(company, {}), 'a.1', null);
    expect(layout.nodes.size).toBe(8);
    expect(overlaps(layout)).toEqual([]);
    expect(at(layout, 'a')?.y).toBeLessThan(at(layout, 'a.1')?.y ?? 0);
    expect(at(layout, 'a.1')?.y).toBeLessThan(at(layout, 'a.1.0')?.y ?? 0);
    expect([at(layout, 'a.1')?.level, at(layout, 'a.1')?.place, at(layout, 'a.1')?.of]).toEqual([2, 2, 3]);
  });

  it('keeps the card that is opened where it is', () => {
    const model = modelOf(company, {});
    const before = at(layoutOf(model, 'a.1', null), 'a.0');
    const anchor = { id: 'a.0', x: before?.x ?? 0, y: before?.y ?? 0 };
    const opened = layoutOf(addTeam(model, 'a.0', team('a.0', 4), null, {}), 'a.1', anchor);
    expect([at(opened, 'a.0')?.x, at(opened, 'a.0')?.y]).toEqual([anchor.x, anchor.y]);
    expect(overlaps(opened)).toEqual([]);
    const closed = layoutOf(setOpen(model, 'a.1', false), 'a.1', null);
    expect(at(closed, 'a.1.0')).toBeUndefined();
  });

  it('stands the chain above in one line over the focus, also from the end of a row', () => {
    const cards = [card('r', null, 5, 90), ...team('r', 5, 5), ...team('r.4', 5, 5), ...team('r.4.0', 3)];
    const focus = modelOf(viewOf(cards, 'r.4.0'), {});
    const layout = layoutOf(focus, 'r.4.0', null);
    const middle = (id: string) => (at(layout, id)?.x ?? Number.NaN) + (at(layout, id)?.width ?? 0) / 2;
    expect(middle('r')).toBe(middle('r.4.0'));
    expect(middle('r.4')).toBe(middle('r.4.0'));
    expect(['r.0', 'r.1', 'r.2', 'r.3', 'r.4'].map(middle)).toEqual(
      ['r.0', 'r.1', 'r.2', 'r.3', 'r.4'].map(middle).sort((a, b) => a - b),
    );
    const besideOpen = addTeam(
      addTeam(focus, 'r.3', team('r.3', 5), null, {}),
      'r.4.1',
      team('r.4.1', 3),
      null,
      {},
    );
    expect(overlaps(layoutOf(besideOpen, 'r.4.0', null))).toEqual([]);
  });

  it('gathers many without reports in one panel, and folds long rows', () => {
    const wide = modelOf(viewOf([card('a', null, 40), ...team('a', 12)], 'a'), {});
    const layout = layoutOf(wide, 'a', null);
    expect(layout.panels).toHaveLength(1);
    expect(at(layout, 'more:a')?.kind).toBe('fold');
    expect(overlaps(layout)).toEqual([]);
    const leaders = modelOf(viewOf([card('r', null, 20, 60), ...team('r', 20, 2)], 'r'), {});
    const folded = layoutOf(leaders, 'r', null);
    expect(
      [...folded.nodes.values()].filter((node) => node.parent === 'r' && node.kind === 'card'),
    ).toHaveLength(8);
    const all = layoutOf(unfold(leaders, 'r'), 'r', null);
    expect([...all.nodes.values()].filter((node) => node.parent === 'r')).toHaveLength(20);
  });

  it('never folds away a way between two, and marks its lines', () => {
    const leaders = modelOf(viewOf([card('r', null, 20, 60), ...team('r', 20, 2)], 'r'), {});
    const way = ['r.2', 'r', 'r.19'];
    const layout = layoutOf(leaders, 'r', null, way);
    expect([at(layout, 'r.2'), at(layout, 'r.19')].every(Boolean)).toBe(true);
    expect(layout.lines.filter((line) => line.onWay).map((line) => line.id)).toEqual(['r r.2', 'r r.19']);
    const panel = modelOf(viewOf([card('a', null, 12), ...team('a', 12)], 'a'), {});
    const [line] = layoutOf(panel, 'a', null, ['a', 'a.5']).lines.filter((one) => one.onWay);
    expect(line?.id).toBe('a panel:a');
  });

  it('joins a new focus that touches what is known, and starts afresh elsewhere', () => {
    const model = modelOf(company, {});
    const near: Model = arrive(model, viewOf([card('a.2', 'a', 4), ...team('a.2', 4)], 'a.2'), {});
    expect(near.cards.has('a.1.0') && near.cards.has('a.2.0')).toBe(true);
    const far = arrive(model, viewOf([card('z', null)], 'z'), {});
    expect([...far.cards.keys()]).toEqual(['z']);
  });

  it('is read anew after an edit: what was open stays open, and what stands before the reader stays there', () => {
    const closed = setOpen(modelOf(company, {}), 'a.1', false);
    const before = layoutOf(closed, 'a.1', null);
    const [root, ...others] = company.cards.filter((one) => one.id !== 'a.0');
    if (!root) throw new Error('no top');
    const cards = [root, card('a.new', 'a'), ...others];
    const model = renewed(closed, { cards, roots: 1 }, {});
    expect([model.open.has('a'), model.open.has('a.1')]).toEqual([true, false]);
    expect([model.cards.has('a.0'), model.teams.get('a')?.ids[0]]).toEqual([false, 'a.new']);
    const looked = at(before, 'a.1') as Placed;
    const anchor = anchorNear(before, closed, model, { x: looked.x + 20, y: looked.y + 20 });
    const after = layoutOf(model, 'a.1', anchor);
    expect(at(after, 'a.1')).toMatchObject({ x: looked.x, y: looked.y });
  });

  it('keeps what is known where somebody edited meanwhile, until it is read anew', () => {
    const model = modelOf(company, {});
    const moved = viewOf([card('a', null, 3, 9), card('a.1', 'a', 5)], 'a');
    expect(isOutdated(model, moved)).toBe(true);
    expect(arrive(model, moved, {})).toBe(model);
  });

  it('never puts more than 150 cards into the page, the active one among them', () => {
    const huge = modelOf(viewOf([card('a', null, 900), ...team('a', 900)], 'a'), {});
    const layout = layoutOf(huge, 'a', null);
    const shown = nodesInView(layout, { x: 0, y: 0, k: 0.15 }, { width: 2000, height: 1400 }, ['a.899']);
    expect(shown.length).toBeLessThanOrEqual(MOST_CARDS);
    expect(shown.some((node) => node.id === 'a.899')).toBe(true);
  });
});

describe('arrow keys', () => {
  it('move to neighbours, up to the manager and down into the team', () => {
    const layout = layoutOf(modelOf(company, {}), 'a.1', null);
    const from = (id: string) => at(layout, id) as Placed;
    expect(neighbour(layout, from('a.1'), 'left')?.id).toBe('a.0');
    expect(neighbour(layout, from('a.1'), 'right')?.id).toBe('a.2');
    expect(neighbour(layout, from('a.1'), 'up')?.id).toBe('a');
    expect(neighbour(layout, from('a.1'), 'down')?.parent).toBe('a.1');
    expect(neighbour(layout, from('a'), 'up')).toBeNull();
  });
});
