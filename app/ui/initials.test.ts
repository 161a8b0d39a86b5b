import { describe, expect, it } from 'vitest';
import { initials } from './initials.ts';
import { personHue } from './person-hue.ts';

describe('initials', () => {
  it.each([
    ['Ronja Weiß', 'RW'],
    ['Mara Süß-Lindemann', 'MS'],
    ['Yusuf Şahin', 'YŞ'],
    ['Dr. Anne-Sophie von der Heyde-Blücher', 'AH'],
    ['Prof. Dr. med. Jo Li', 'JL'],
    ['O', 'O'],
    ['Cher', 'C'],
    ['U. Ng', 'UN'],
    ['محمد بن عبد الله', 'م'],
    ['王小明', '王'],
    ['Åse Ødegård', 'ÅØ'],
    ['van Dyk', 'D'],
    ['Jonas (Extern) Böttger', 'JB'],
    ['  ', '?'],
    ['N/D', 'N'],
    ['İpek ılgaz', 'İI'],
  ])('of %s are %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe('personHue', () => {
  it('is stable and spreads', () => {
    expect(personHue('0190-abc')).toBe(personHue('0190-abc'));
    const hues = new Set(Array.from({ length: 200 }, (_, index) => personHue(`person-${index}`)));
    expect(hues.size).toBeGreaterThan(120);
  });
});
