import { describe, expect, it } from 'vitest';
import '#app/messages/load-all.ts';
import { formatMessage } from './registry.ts';

describe('the compiled catalogues', () => {
  it('lay Sie over du', () => {
    expect(formatMessage('de', 'shell.needsYou')).toBe('Wartet auf dich');
    expect(formatMessage('de-sie', 'shell.needsYou')).toBe('Wartet auf Sie');
    expect(formatMessage('de-sie', 'shell.feed')).toBe('Feed');
  });

  it('count in words', () => {
    expect(formatMessage('en', 'shell.unread', { count: 1 })).toBe('one unread');
    expect(formatMessage('en', 'shell.unread', { count: 4 })).toBe('4 unread');
  });

  it('know nothing of other keys', () => {
    expect(formatMessage('en', 'shell.nonsense')).toBeUndefined();
  });
});
