import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as send } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { afterEach, expect, test, vi } from 'vitest';
import { compressAssets } from '#server/commands/steps/compress-assets.ts';
import { loadConfig } from '#server/platform/config/config.ts';
import { createLog } from '#server/platform/log/log.ts';
import { createHttpServer, type HttpOptions, type HttpServer } from './http-server.ts';
import { portMustBeFree } from './listen.ts';

const servers: HttpServer[] = [];
const folders: string[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A server whose addresses stand before the pages, so that no page is ever asked for. */
async function serve(options: Partial<HttpOptions> = {}, env: Record<string, string> = {}) {
  const config = loadConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    SHUTDOWN_SECONDS: '5',
    ...env,
  });
  const server = createHttpServer({
    config,
    log: createLog(config),
    build: { routes: {}, assets: { routes: {} } } as unknown as ServerBuild,
    clientFolder: null,
    getLoadContext: () => Promise.reject(new Error('no page was meant')),
    readyChecks: {},
    routes: (app) => {
      app.get('/page', (_req, res) => void res.type('html').send('<p>hello</p>'.repeat(500)));
      app.post('/write', (_req, res) => void res.send('written'));
      app.get('/slow', (_req, res) => void setTimeout(() => res.send('done'), 400));
      app.get('/bug', () => {
        throw new Error('secret detail');
      });
    },
    ...options,
  });
  servers.push(server);
  const { port } = await server.listen();
  return { server, url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, port };
}

test('a page carries an enforced policy with a fresh nonce, a request id and its timing', async () => {
  const { url } = await serve();
  const [one, two] = [await fetch(`${url}/page`), await fetch(`${url}/page`)];
  const policy = one.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
  expect(policy).toMatch(/style-src-attr 'unsafe-inline'/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).not.toBe(two.headers.get('content-security-policy'));
  expect(one.headers.get('x-request-id')).not.toBe(two.headers.get('x-request-id'));
  expect(one.headers.get('server-timing')).toMatch(/total;dur=\d/);
  expect(one.headers.get('cache-control')).toBe('private, no-cache');
  expect(one.headers.get('x-powered-by')).toBeNull();
  expect(one.headers.get('content-encoding')).toMatch(/br|gzip/);
});

test.each([
  ['our own page', (host: string) => ({ origin: `http://${host}` }), 200],
  ['another site', () => ({ origin: 'https://evil.example' }), 403],
  ['a sandboxed frame', () => ({ origin: 'null' }), 403],
  ['another site with a cookie', () => ({ origin: 'https://evil.example', cookie: 's=1' }), 403],
  ['a program with a cookie and no origin', () => ({ cookie: 's=1' }), 403],
  ['a program without a cookie', () => ({}), 200],
  [
    'a header made up to look like us',
    () => ({ origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }),
    403,
  ],
])('a write from %s', async (_who, headers, status) => {
  const { url, host } = await serve();
  const response = await fetch(`${url}/write`, {
    method: 'POST',
    headers: headers(host) as Record<string, string>,
  });
  expect(response.status).toBe(status);
});

test('behind a trusted proxy the forwarded host and APP_URL count', async () => {
  const { url } = await serve({}, { TRUST_PROXY: 'true', APP_URL: 'https://intranet.example.com' });
  const write = (headers: Record<string, string>) => fetch(`${url}/write`, { method: 'POST', headers });
  expect((await write({ origin: 'https://a.example', 'x-forwarded-host': 'a.example' })).status).toBe(200);
  expect((await write({ origin: 'https://intranet.example.com' })).status).toBe(200);
  expect((await write({ origin: 'https://b.example', 'x-forwarded-host': 'a.example' })).status).toBe(403);
});

test('a body says its length, and a typed one is short', async () => {
  const { url, port } = await serve();
  const big = await fetch(`${url}/write`, {
    method: 'POST',
    body: new URLSearchParams({ text: 'x'.repeat(3_000_000) }),
  });
  expect([big.status, big.headers.get('content-type')]).toEqual([
    413,
    'application/problem+json; charset=utf-8',
  ]);
  expect(await big.json()).toMatchObject({ type: 'about:blank', title: 'Payload Too Large', status: 413 });
  const endless = await new Promise((resolve) => {
    const open = send({ port, host: '127.0.0.1', path: '/write', method: 'POST' }, (res) =>
      resolve(res.statusCode),
    );
    open.on('error', () => {});
    open.write('never ');
  });
  expect(endless).toBe(411);
});

test('only what our own proxy says of an address counts', async () => {
  const address = async (env: Record<string, string>) => {
    const { url } = await serve(
      { routes: (app) => void app.get('/ip', (req, res) => void res.send(req.ip)) },
      env,
    );
    const made = { 'x-forwarded-for': '6.6.6.6, 192.0.2.7' };
    return (await fetch(`${url}/ip`, { headers: made })).text();
  };
  expect(await address({ TRUST_PROXY: 'true' })).toBe('192.0.2.7');
  expect(await address({})).toMatch(/127\.0\.0\.1$/);
});

test('a one-time code does not stand in the log', async () => {
  const lines: object[] = [];
  const log = {
    ...createLog(loadConfig({ LOG_LEVEL: 'silent' })),
    info: (line: object) => void lines.push(line),
  };
  const { url } = await serve({ log: log as never });
  await fetch(`${url}/invitation/ABCD-EFGH`);
  await fetch(`${url}/page`);
  // Logged when the connection is done with the answer, a moment after whoever asked has it.
  await vi.waitFor(() => expect(lines).toHaveLength(2));
  expect(lines).toMatchObject([{ path: '/invitation/…' }, { path: '/page' }]);
});

test('an address with a NUL in it names nothing, and asks nobody', async () => {
  const { url } = await serve();
  for (const address of ['/people/%00', '/projects/a%00b/edit', '/page?q=a%00b']) {
    const answer = await fetch(url + address);
    expect([address, answer.status]).toEqual([address, 400]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  }
  expect((await fetch(`${url}/page?q=%2500`)).status).toBe(200);
});

test('a bug shows the request id and nothing else', async () => {
  const { url } = await serve();
  const response = await fetch(`${url}/bug`);
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).toContain(response.headers.get('x-request-id'));
  expect(text).not.toContain('secret');
});

test('built files are kept for a year, sent compressed as they are, and nothing else can be reached', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flurfunk-http-'));
  folders.push(folder);
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'assets/app-1a2b.js'), 'export const a = 1;\n'.repeat(200));
  await writeFile(path.join(folder, 'favicon.svg'), '<svg/>');
  await compressAssets(folder);
  const { url, port } = await serve({ clientFolder: folder });
  const script = await fetch(`${url}/assets/app-1a2b.js`, { headers: { 'accept-encoding': 'br' } });
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(script.headers.get('content-encoding')).toBe('br');
  expect(await script.text()).toContain('export const a');
  const etag = script.headers.get('etag') ?? '';
  expect((await fetch(`${url}/assets/app-1a2b.js`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  expect((await fetch(`${url}/favicon.svg`)).headers.get('cache-control')).toBe('public, max-age=3600');
  expect((await fetch(`${url}/assets/app-old.js`)).status).toBe(404);
  const status = await new Promise((resolve) =>
    send({ port, host: '127.0.0.1', path: '/assets/../../package.json' }, (res) =>
      resolve(res.statusCode),
    ).end(),
  );
  expect(status).toBe(404);
});

test('health is about the process, readiness about what it needs', async () => {
  let working = true;
  const { url } = await serve({
    readyChecks: { database: async () => working || Promise.reject(new Error('down')) },
  });
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  working = false;
  const response = await fetch(`${url}/readyz`);
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ ready: false, database: 'failing' });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test('closing lets a request under way end and takes no new one', async () => {
  const { url, server } = await serve();
  const slow = fetch(`${url}/slow`);
  await new Promise((done) => setTimeout(done, 100));
  const closed = server.close();
  expect(await (await slow).text()).toBe('done');
  await closed;
  await expect(fetch(`${url}/page`)).rejects.toThrow();
});

test('a taken port is told in a sentence', async () => {
  const { port } = await serve();
  await expect(serve({}, { PORT: String(port) })).rejects.toThrow(
    `Port ${port} is already in use by another program. Stop it, or start Flurfunk with another PORT.`,
  );
});

test('a start can look for the port before it makes anything', async () => {
  const { port, server } = await serve();
  await expect(portMustBeFree({ host: '127.0.0.1', port })).rejects.toThrow(`Port ${port} is already in use`);
  await server.close();
  await portMustBeFree({ host: '127.0.0.1', port });
});

const ONE_CLICK = 'List-Unsubscribe=One-Click';
const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = `--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n`;
test.each([
  ['a mail program', '/unsubscribe/abc', ONE_CLICK, {}, 200, ['abc']],
  ['a mail program with a multipart form', '/unsubscribe/abc', MULTIPART, {}, 200, ['abc']],
  [
    'a mail program on the web',
    '/unsubscribe/abc',
    ONE_CLICK,
    { origin: 'https://mail.example' },
    200,
    ['abc'],
  ],
  [
    'the same with our cookie',
    '/unsubscribe/abc',
    ONE_CLICK,
    { origin: 'null', cookie: 's=1' },
    200,
    ['abc'],
  ],
  ['another body', '/unsubscribe/abc', 'mails=all', { origin: 'https://evil.example' }, 403, []],
  ['more than that body', '/unsubscribe/abc', `${ONE_CLICK}&mails=all`, {}, 403, []],
  ['a long body', '/unsubscribe/abc', 'x'.repeat(2_000), {}, 403, []],
  ['that body elsewhere', '/write', ONE_CLICK, { origin: 'https://evil.example' }, 403, []],
])('one click to end mails: %s', async (_who, address, body, headers, status, expected) => {
  const acted: string[] = [];
  const oneClick = {
    path: /^\/unsubscribe\/([\w-]+)$/,
    act: async (token: string) => void acted.push(token),
  };
  const { url } = await serve({ oneClick });
  const type = body === MULTIPART ? 'multipart/form-data; boundary=b' : FORM;
  const response = await fetch(url + address, {
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    body,
  });
  expect([response.status, acted]).toEqual([status, expected]);
});

test('our own page ends mails through the page', async () => {
  const acted: string[] = [];
  const { url, host } = await serve({
    oneClick: { path: /^\/(write)$/, act: async () => void acted.push('') },
  });
  const headers = { origin: `http://${host}`, 'content-type': FORM };
  const response = await fetch(`${url}/write`, { method: 'POST', headers, body: ONE_CLICK });
  expect([await response.text(), acted]).toEqual(['written', []]);
});
