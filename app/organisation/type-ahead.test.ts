import { afterEach, describe, expect, it, vi } from 'vitest';
import { NOTHING_TYPED, typeAhead } from './type-ahead.ts';

const NAMES = ['Mara Süß', 'Aylin Kaya', 'Mats Berg', 'Tomasz Wójcik'];

afterEach(() => void vi.useRealTimers());

describe('type-ahead', () => {
  it('leads from one to the next, and round to the first', () => {
    expect(typeAhead(NOTHING_TYPED, 'm', NAMES, 0).at).toBe(2);
    expect(typeAhead(NOTHING_TYPED, 'M', NAMES, 2).at).toBe(0);
    expect(typeAhead(NOTHING_TYPED, 'x', NAMES, 0).at).toBe(-1);
  });
  it('takes letters typed quickly together, also of a later word', () => {
    vi.useFakeTimers();
    const first = typeAhead(NOTHING_TYPED, 'w', NAMES, 0);
    expect(typeAhead(first.typed, 'ó', NAMES, first.at).at).toBe(3);
    vi.advanceTimersByTime(1_000);
    expect(typeAhead(first.typed, 'a', NAMES, 3).at).toBe(1);
  });
});
