import { expect, test } from 'vitest';
import { idempotencyKey } from '#server/domain/conversation/entry.schema.ts';
import { postKeyOf } from './post-key.ts';

const round = '019a0000-0000-7000-8000-000000000000';

test('the same words have the same key, in whatever order the form holds them; others have another', () => {
  const key = postKeyOf(round, { text: 'Grüße 👋', audienceId: 'a' });
  expect(postKeyOf(round, { audienceId: 'a', text: 'Grüße 👋' })).toBe(key);
  const others = [
    postKeyOf(round, { text: 'Grüße 👍', audienceId: 'a' }),
    postKeyOf(round, { text: 'Grüße 👋', audienceId: 'b' }),
    postKeyOf(round, { text: 'Grüße 👋', audienceId: 'a', voice: 'office:1' }),
    postKeyOf('another page', { text: 'Grüße 👋', audienceId: 'a' }),
  ];
  expect(new Set([key, ...others]).size).toBe(5);
});

test('it is as long as the server takes, however long the post', () => {
  const key = postKeyOf(round, { text: 'x'.repeat(20_000) });
  expect(idempotencyKey.safeParse(key).success).toBe(true);
});
