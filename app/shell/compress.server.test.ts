import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from './compress.server.ts';

const page = Buffer.from('<p>Die Nachtschicht hat die Presse bei 82 Grad gelassen.</p>'.repeat(100));
const sent = async (body: typeof page, encoding: 'br' | 'gzip' | null) => {
  const response = await compressed(body, { status: 201, headers: new Headers(), encoding });
  expect(response.status).toBe(201);
  return {
    encoding: response.headers.get('content-encoding'),
    bytes: Buffer.from(await response.arrayBuffer()),
  };
};

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)('a body goes as %s, smaller, and is the same again', async (encoding, undo) => {
  const { encoding: said, bytes } = await sent(page, encoding);
  expect(said).toBe(encoding);
  expect(bytes.length).toBeLessThan(page.length / 10);
  expect(undo(bytes).equals(page)).toBe(true);
});

test('whoever takes none of them, or waits for little, gets it as it is', async () => {
  expect(await sent(page, null)).toEqual({ encoding: null, bytes: page });
  const short = Buffer.from('short');
  expect(await sent(short, 'br')).toEqual({ encoding: null, bytes: short });
});
