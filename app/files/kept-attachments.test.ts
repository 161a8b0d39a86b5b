import { expect, test } from 'vitest';
import { keptAttachments } from './kept-attachments.ts';

const hall = { id: 'a', name: 'hall.png', alt: 'A hall', credit: 'Mara', consent: true };

test('what a form held of its files comes back in its order', () => {
  const plan = { id: 'b', name: 'plan.csv', alt: '', credit: '', consent: false };
  expect(keptAttachments(JSON.stringify([hall, plan]))).toEqual([hall, plan]);
});

test.each([
  ['nothing', ''],
  ['not JSON', 'hall.png'],
  ['no list', '{"id":"a"}'],
  ['null', 'null'],
  ['a list of something else', '[null, 7, "a", {}, []]'],
  ['words that are none', JSON.stringify([{ ...hall, alt: 7 }])],
  ['one that was never uploaded', JSON.stringify([{ ...hall, id: undefined }])],
])('%s is no file', (_what, field) => {
  expect(keptAttachments(field)).toEqual([]);
});
