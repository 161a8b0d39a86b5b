import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createS3FileStore } from './s3-file-store.ts';

// A stand-in: paths, methods and that every request is signed. A real store has been tried by hand with s3rver.
const kept = new Map<string, Buffer>();
let server: Server;
let endpoint: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const signed = /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-central-1\/s3\/aws4_request/;
    if (!signed.test(request.headers.authorization ?? '')) return response.writeHead(403).end();
    const path = request.url ?? '';
    if (!path.startsWith('/house/')) return response.writeHead(404).end();
    if (request.method === 'PUT') kept.set(path, await buffer(request));
    if (request.method === 'DELETE') kept.delete(path);
    const found = kept.get(path);
    if (request.method === 'GET' && !found) return response.writeHead(404).end();
    response.writeHead(request.method === 'DELETE' ? 204 : 200).end(request.method === 'GET' ? found : '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const store = (bucket: string) =>
  createS3FileStore({
    endpoint,
    bucket,
    region: 'eu-central-1',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
  });

test('keeps, returns and removes bytes', async () => {
  const files = store('house');
  await files.put('480-0190', new Uint8Array([1, 2, 3]), 'image/webp');
  expect([...((await files.get('480-0190')) ?? [])]).toEqual([1, 2, 3]);
  await files.remove('480-0190');
  await files.remove('480-0190');
  expect(await files.get('480-0190')).toBeNull();
});

test('says that the bucket is missing', async () => {
  await expect(store('nowhere').put('480-0190', new Uint8Array([1]), 'image/webp')).rejects.toThrow(
    'no bucket',
  );
});
