import { expect, test } from 'vitest';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import { foresee } from './foresee.ts';

const entry = {
  saved: false,
  reactions: [
    { emoji: '👍', count: 2, mine: true },
    { emoji: '🎉', count: 1, mine: false },
  ],
} as unknown as EntryView;

test('a reaction joins in, begins, or is taken back', () => {
  const react = (emoji: string) => foresee(entry, { intent: 'react', emoji }).reactions;
  expect(react('🎉')).toContainEqual({ emoji: '🎉', count: 2, mine: true });
  expect(react('👍')).toContainEqual({ emoji: '👍', count: 1, mine: false });
  expect(react('💪').at(-1)).toEqual({ emoji: '💪', count: 1, mine: true });
});

test('the last one taken back is gone', () => {
  const twice = foresee(foresee(entry, { intent: 'react', emoji: '💪' }), { intent: 'react', emoji: '💪' });
  expect(twice.reactions).toEqual(entry.reactions);
});

test('saving shows at once; what the server has to decide does not', () => {
  expect(foresee(entry, { intent: 'save' }).saved).toBe(true);
  expect(foresee(entry, { intent: 'delete' })).toBe(entry);
});
