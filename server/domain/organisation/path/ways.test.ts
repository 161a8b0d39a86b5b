import { describe, expect, it } from 'vitest';
import { type Spot, waysBetween } from './ways.ts';

/** "mara < aylin" in chart "c": written as [id, chart, manager, persons]. */
function spot(
  id: string,
  chartId: string,
  manager: string | null,
  personIds: string[] = [],
  dotted?: string,
): Spot {
  return {
    id,
    chartId,
    personIds,
    managers: [
      ...(manager ? [{ id: manager, kind: 'primary' as const }] : []),
      ...(dotted ? [{ id: dotted, kind: 'dotted' as const }] : []),
    ],
  };
}
const company = [
  spot('boss', 'c', null, ['Boss']),
  spot('it', 'c', 'boss', ['Leyla']),
  spot('hr', 'c', 'boss', ['Birgit']),
  spot('dev', 'c', 'it', ['Mara']),
  spot('ops', 'c', 'it', ['Paul']),
  spot('pay', 'c', 'hr', ['Ines']),
];
const told = (spots: Spot[], from: string[], to: string[]) =>
  waysBetween(spots, from, to).map(({ chartId, steps }) => [
    chartId,
    steps.map((step) => `${step.by} ${step.id}`).join(', '),
  ]);

describe('ways between two', () => {
  it('lead up to the nearest one above both, and down', () => {
    expect(told(company, ['dev'], ['ops'])).toEqual([['c', 'start dev, up it, down ops']]);
    expect(told(company, ['dev'], ['pay'])).toEqual([['c', 'start dev, up it, up boss, down hr, down pay']]);
    expect(told(company, ['boss'], ['dev'])).toEqual([['c', 'start boss, down it, down dev']]);
    expect(told(company, ['dev'], ['dev'])).toEqual([['c', 'start dev']]);
  });
  it('take a dotted line where it is shorter, and the primary one where both are as long', () => {
    const dotted = [...company.slice(0, -1), spot('pay', 'c', 'hr', ['Ines'], 'it')];
    expect(told(dotted, ['pay'], ['dev'])).toEqual([['c', 'start pay, dottedUp it, down dev']]);
    const both = [...company.slice(0, -1), spot('pay', 'c', 'hr', ['Ines'], 'hr')];
    expect(told(both, ['pay'], ['hr'])).toEqual([['c', 'start pay, up hr']]);
  });
  it('are told for every chart with both, the shorter first', () => {
    const project = [
      spot('lead', 'p', null, ['Leyla']),
      spot('one', 'p', 'lead', ['Mara']),
      spot('two', 'p', 'lead', ['Ines']),
    ];
    expect(told([...company, ...project], ['dev', 'one'], ['pay', 'two'])).toEqual([
      ['p', 'start one, up lead, down two'],
      ['c', 'start dev, up it, up boss, down hr, down pay'],
    ]);
  });
  it('change the chart over somebody who sits in both', () => {
    const project = [spot('lead', 'p', null, ['Leyla']), spot('two', 'p', 'lead', ['Guest'])];
    expect(told([...company, ...project], ['dev'], ['two'])).toEqual([
      [null, 'start dev, up it, sameSeat lead, down two'],
    ]);
  });
  it('are none where nothing connects', () => {
    expect(told([...company, spot('alone', 'x', null)], ['dev'], ['alone'])).toEqual([]);
  });
});
