import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from './chart-address.ts';

const round = (text: string) => writeAddress(readAddress(new URLSearchParams(text)));

describe('address', () => {
  it('comes back as it was written', () => {
    const full = 'chart=atlas&focus=mara-suess&depth=2&on=2026-05-01&view=tree';
    expect(round(full)).toBe(`/org?${full}`);
    expect(round('')).toBe('/org');
    expect(round('view=table&sort=-reports&scope=below')).toBe('/org?view=table&sort=-reports&scope=below');
  });
  it('holds a way between two, two days, colours and lines', () => {
    for (const text of [
      'since=2026-01-01&view=changes&kind=left',
      'from=mara-suess&to=paul-otto&colour=health&lines=dotted',
      'view=table&filter=berater&vacant=only&without=unit%2Csite',
    ])
      expect(round(text)).toBe(`/org?${text}`);
    expect(round('from=mara&colour=mood&view=tree&filter=x&kind=left')).toBe('/org?view=tree');
  });
  it('leaves out what makes no sense', () => {
    expect(round('depth=99&on=2026-02-31x&view=cube&sort=salary&chart=company')).toBe('/org');
  });
  it('starts at the first page after any change', () => {
    const address = readAddress(new URLSearchParams('view=table&after=["x","y"]'));
    expect(writeAddress(address, { sort: 'unit' })).toBe('/org?view=table&sort=unit');
    expect(writeAddress(address, { view: 'tree' })).toBe('/org?view=tree');
  });
});
