import type { LoaderFunctionArgs } from '@remix-run/node';
import { expect, test } from 'vitest';
import { loader } from './file.route.ts';

const KEPT = { webp: Buffer.from('0123456789'), avif: Buffer.from('abcde') };

/** One picture, of which a store has both kinds. */
function ask(address: string, headers: Record<string, string> = {}) {
  const read = async (_actor: unknown, _id: string, _width: number | null, as: 'webp' | 'avif') => ({
    bytes: KEPT[as],
    name: `hall.${as}`,
    mediaType: `image/${as}`,
    picture: true,
  });
  const context = { actor: { terminal: false }, services: { files: { read } } };
  const request = new Request(`https://flurfunk.test${address}`, { headers });
  return loader({ context, params: { id: 'hall' }, request } as unknown as LoaderFunctionArgs);
}

test('a picture is one thing as WebP and another as AVIF: kind, name and version', async () => {
  const [webp, avif] = [await ask('/files/hall?w=480'), await ask('/files/hall?w=480&as=avif')];
  expect([webp, avif].map((answer) => answer.headers.get('content-type'))).toEqual([
    'image/webp',
    'image/avif',
  ]);
  expect(avif.headers.get('content-disposition')).toContain('inline; filename="hall.avif"');
  const [etagOfWebp = '', etag = ''] = [webp, avif].map((answer) => answer.headers.get('etag') ?? '');
  expect(etag).not.toBe(etagOfWebp);

  const known = await ask('/files/hall?w=480&as=avif', { 'If-None-Match': etag });
  expect([known.status, await known.text()]).toEqual([304, '']);
  const other = await ask('/files/hall?w=480&as=avif', { 'If-None-Match': etagOfWebp });
  expect([other.status, await other.text()]).toEqual([200, 'abcde']);
});

test('a part is one of the kind that was asked for; of the other kind, the whole is sent', async () => {
  const etag = (await ask('/files/hall?as=avif')).headers.get('etag') ?? '';
  const part = await ask('/files/hall?as=avif', { Range: 'bytes=2-9', 'If-Range': etag });
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
    206,
    'bytes 2-4/5',
    'cde',
  ]);
  const whole = await ask('/files/hall', { Range: 'bytes=2-9', 'If-Range': etag });
  expect([whole.status, await whole.text()]).toEqual([200, '0123456789']);
});

test('what is no kind that we keep is WebP', async () => {
  expect((await ask('/files/hall?as=svg')).headers.get('content-type')).toBe('image/webp');
});
