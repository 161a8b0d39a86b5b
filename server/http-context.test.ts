import type { ServerBuild } from '@remix-run/node';
import type { Request, Response } from 'express';
import { afterEach, expect, test } from 'vitest';
import { loadConfig } from '#server/platform/config/config.ts';
import { createHttpServer, type HttpServer } from '#server/platform/http/http-server.ts';
import { createLog } from '#server/platform/log/log.ts';
import { createLoadContext } from './http-context.ts';
import type { Services } from './services.ts';

const servers: HttpServer[] = [];
afterEach(async () => void (await Promise.all(servers.splice(0).map((server) => server.close()))));

/** A server with two doors, in front of a company where the session `pgood` and `tgood` are in force. */
async function serve(env: Record<string, string>) {
  const config = loadConfig({ PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', ...env });
  const log = createLog(config);
  const actor = { language: 'en', tone: 'du', timeZone: 'UTC' };
  const services = {
    settings: { current: async () => ({ companyName: 'Test', defaultLanguage: 'en', germanTone: 'du' }) },
    identity: {
      loadActor: async (token: string | null) =>
        token?.endsWith('good')
          ? { actor: { ...actor, terminal: token.startsWith('t') }, renewed: null }
          : null,
    },
  } as unknown as Services;
  const contextOf = createLoadContext({ parts: { config, log, clock: { now: () => new Date() } }, services });
  const act = async (req: Request, res: Response) => {
    const { session, actor } = await contextOf(req, res);
    if (req.path === '/in')
      session.start({ token: 'pnew', expiresAt: new Date(Date.now() + 60_000), deviceToken: 'd' });
    if (req.path === '/out') session.end();
    res.send(actor ? 'known' : 'unknown');
  };
  const server = createHttpServer({
    config,
    log,
    build: { routes: {} } as unknown as ServerBuild,
    clientFolder: null,
    getLoadContext: () => Promise.reject(new Error('no page was meant')),
    readyChecks: {},
    routes: (app) => {
      for (const address of ['/in', '/out', '/page'])
        app.get(address, (req, res, next) => void act(req, res).catch(next));
    },
  });
  servers.push(server);
  const { port } = await server.listen();
  return async (address: string, headers: Record<string, string> = {}) => {
    const { headers: answered } = await fetch(`http://127.0.0.1:${port}${address}`, { headers });
    return {
      cookies: answered.getSetCookie(),
      clears: answered.get('clear-site-data'),
      cache: answered.get('cache-control'),
    };
  };
}

const forwarded = { 'x-forwarded-proto': 'https' };
test.each([
  ['plain HTTP', { APP_URL: 'http://localhost:3000' }, {}, false],
  ['an https address', { APP_URL: 'https://intranet.example' }, {}, true],
  [
    'a trusted proxy that speaks TLS',
    { APP_URL: 'http://localhost:3000', TRUST_PROXY: 'true' },
    forwarded,
    true,
  ],
  ['anybody who claims to be one', { APP_URL: 'http://localhost:3000' }, forwarded, false],
])('cookies of a sign-in over %s', async (_name, env, headers, secure) => {
  const { cookies } = await (await serve(env))('/in', headers);
  expect(cookies.map((line) => line.split('=')[0])).toEqual(['flurfunk_session', 'flurfunk_device']);
  for (const line of cookies) {
    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/SameSite=Lax/);
    expect(/; Secure/.test(line)).toBe(secure);
  }
});

const cleared = (lines: string[]) =>
  lines.filter((line) => /Expires=Thu, 01 Jan 1970/.test(line)).map((line) => line.split('=')[0]);

test('leaving a shared terminal leaves nothing: no page, no draft, no language, no colours', async () => {
  const ask = await serve({ APP_URL: 'http://localhost:3000' });
  const everything = ['flurfunk_session', 'language', 'theme'];
  const out = await ask('/out', { cookie: 'flurfunk_session=tgood; language=de; theme=dark' });
  expect(cleared(out.cookies)).toEqual(everything);
  expect(out.clears).toBe('"cache", "cookies", "storage"');
  // The same for whoever walked away: the first request after the session ran out.
  const late = await ask('/page', { cookie: 'flurfunk_session=tgone; language=de; theme=dark' });
  expect(cleared(late.cookies)).toEqual(everything);
  expect(late.clears).toBe('"cache", "cookies", "storage"');
  expect((await ask('/page', { cookie: 'flurfunk_session=tgood' })).cache).toBe('no-store');
});

test('on one’s own device the language and the colours stay', async () => {
  const ask = await serve({ APP_URL: 'http://localhost:3000' });
  const out = await ask('/out', { cookie: 'flurfunk_session=pgood; language=de; theme=dark' });
  expect(cleared(out.cookies)).toEqual(['flurfunk_session']);
  expect(out.clears).toBe('"storage"');
  expect((await ask('/page', { cookie: 'flurfunk_session=pgone' })).cookies).toEqual([]);
});
