import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Embedded, startEmbedded } from '#server/platform/database/embedded.ts';
import type { LiveMessage } from './live.ts';
import type { LiveGate } from './live-gate.ts';
import { LIVE_PATH } from './live-protocol.ts';
import { createLiveServer, type LiveServer } from './live-server.ts';

const log = { error: () => {}, warn: () => {} } as never;
const gate: LiveGate = {
  authenticate: async (cookies) => {
    const name = cookies?.split('=')[1];
    return name ? { personId: name, sessionId: `${name}1` } : null;
  },
  roomsOf: async () => ['everyone'],
  mayJoin: async () => true,
  showsPresence: async () => true,
  liveSessions: async (ids) => new Set(ids),
};

let database: Embedded;
let processes: { live: LiveServer; http: Server }[];
let worker: LiveServer;

beforeAll(async () => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'flurfunk-live-'));
  database = await startEmbedded({ dataDir, log: { info: () => {} }, disposable: true });
  const options = {
    log,
    appUrl: 'http://localhost',
    trustProxy: false,
    clusterUrl: database.url,
    presenceGraceMs: 30,
  };
  processes = await Promise.all(
    [1, 2].map(async () => {
      const http = createServer();
      const live = createLiveServer(options);
      live.open(http, gate);
      http.listen(0, '127.0.0.1');
      await once(http, 'listening');
      return { live, http };
    }),
  );
  worker = createLiveServer(options);
  await new Promise((resolve) => setTimeout(resolve, 400));
}, 60_000);

afterAll(async () => {
  for (const { live, http } of processes) {
    await live.close();
    http.close();
  }
  await worker.close();
  await database.destroy();
});

async function ready(nth: number, name: string) {
  const address = processes[nth]?.http.address() as AddressInfo;
  const client = io(`http://127.0.0.1:${address.port}`, {
    path: LIVE_PATH,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie: `session=${name}` },
  });
  const heard: LiveMessage[] = [];
  client.on('live', (message: LiveMessage) => heard.push(message));
  await new Promise<void>((resolve) => client.once('ready', () => resolve()));
  return { client, heard };
}

test('a message sent by one process, or by a worker without a web server, reaches the sockets of all', async () => {
  const [ronja, aylin] = [await ready(0, 'ronja'), await ready(1, 'aylin')];
  processes[0]?.live.emit('everyone', { kind: 'feed.new', itemId: '1' });
  worker.emit('person:aylin', { kind: 'notification.changed', unread: 2 });
  await expect.poll(() => aylin.heard.length, { timeout: 3_000 }).toBe(2);
  expect(ronja.heard).toEqual([{ kind: 'feed.new', itemId: '1' }]);
  expect(aylin.heard).toContainEqual({ kind: 'notification.changed', unread: 2 });
});

test('somebody on one process is seen to be here by whoever looks on another', async () => {
  const id = '0198a000-0000-7000-8000-0000000000aa';
  const [ronja, mara] = [await ready(0, 'ronja'), await ready(1, id)];
  expect(await ronja.client.emitWithAck('join', `presence:${id}`)).toBe(true);
  const told = (here: boolean) => ({ kind: 'presence', personId: id, here });
  // How it stands may be told twice: by joining, and by coming or going at that moment.
  const turns = () => ronja.heard.filter((one, at) => one.here !== ronja.heard[at - 1]?.here);
  await expect.poll(turns, { timeout: 3_000 }).toEqual([told(true)]);
  mara.client.close();
  await expect.poll(turns, { timeout: 3_000 }).toEqual([told(true), told(false)]);
});

test('signing out on one process drops the sockets of the session on another', async () => {
  const [ronja, aylin] = [await ready(0, 'ronja'), await ready(1, 'aylin')];
  const dropped = new Promise((resolve) => aylin.client.once('disconnect', resolve));
  processes[0]?.live.dropSession('aylin1');
  expect(await dropped).toBe('io server disconnect');
  expect(ronja.client.connected).toBe(true);
});

test('a process cut off from the others for a moment tells its pages to look again', async () => {
  const ronja = await ready(0, 'ronja');
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'`);
  await admin.end();
  await expect.poll(() => ronja.heard, { timeout: 8_000 }).toContainEqual({ kind: 'live.resync' });
}, 15_000);
