import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect as dial } from 'node:net';
import { type Socket as Client, io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LiveMessage, LiveRoom } from './live.ts';
import type { LiveGate, LivePerson } from './live-gate.ts';
import { LIVE_PATH } from './live-protocol.ts';
import { createLiveServer, type LiveServer } from './live-server.ts';

const THREAD = 'thread:0198a000-0000-7000-8000-000000000001' as const;
const SECRET = 'thread:0198a000-0000-7000-8000-000000000002' as const;
const SITE = 'audience:0198a000-0000-7000-8000-00000000000a' as const;
const errors: unknown[] = [];
const log = {
  error: (...what: unknown[]) => void errors.push(what),
  warn: () => {},
} as never;

/** A small company: sessions by cookie, rooms by person, both changeable in a test. */
function company() {
  const sessions = new Map<string, string>();
  const rooms = new Map<string, LiveRoom[]>();
  const readable = new Set<string>([THREAD]);
  const gate: LiveGate = {
    async authenticate(cookies) {
      const sessionId = /session=(\w+)/.exec(cookies ?? '')?.[1] ?? '';
      const personId = sessions.get(sessionId);
      return personId ? { personId, sessionId } : null;
    },
    roomsOf: async (person: LivePerson) => rooms.get(person.personId) ?? [],
    mayJoin: async (_person, room) => readable.has(room),
    showsPresence: async (personId) => readable.has(`presence:${personId}`),
    liveSessions: async (ids) => new Set(ids.filter((id) => sessions.has(id))),
  };
  return { sessions, rooms, readable, gate };
}

let house: ReturnType<typeof company>;
let live: LiveServer;
let http: ReturnType<typeof createServer>;
let clients: Client[];

beforeEach(async () => {
  errors.length = 0;
  clients = [];
  house = company();
  house.sessions.set('ronja1', 'ronja').set('aylin1', 'aylin').set('ext1', 'extern');
  house.rooms.set('ronja', ['everyone', SITE]).set('aylin', ['everyone']).set('extern', []);
  http = createServer((_request, response) => response.end());
  live = createLiveServer({
    log,
    appUrl: 'https://flurfunk.example.com',
    trustProxy: false,
    clusterUrl: null,
    revalidateMs: 150,
    presenceGraceMs: 30,
  });
  live.open(http, house.gate);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
});

afterEach(async () => {
  for (const client of clients) client.close();
  await live.close();
  http.close();
});

type Options = { origin?: string; transports?: string[]; pageAge?: number };
function connect(
  session: string | null,
  { origin, transports = ['websocket'], pageAge }: Options = {},
): Client {
  const client = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, {
    path: LIVE_PATH,
    transports,
    reconnection: false,
    forceNew: true,
    auth: { pageAge },
    extraHeaders: { ...(session ? { cookie: `session=${session}` } : {}), ...(origin ? { origin } : {}) },
  });
  clients.push(client);
  return client;
}

async function ready(session: string, options?: Options) {
  const client = connect(session, options);
  const heard: LiveMessage[] = [];
  client.on('live', (message: LiveMessage) => heard.push(message));
  await new Promise<void>((resolve, reject) => {
    client.once('ready', () => resolve());
    client.once('connect_error', reject);
  });
  return { client, heard, join: (room: string) => client.emitWithAck('join', room) as Promise<boolean> };
}

const refused = (client: Client) =>
  new Promise<string>((resolve) => client.once('connect_error', (error) => resolve(error.message)));
const gone = (client: Client) => new Promise<string>((resolve) => client.once('disconnect', resolve));
const settle = () => new Promise((resolve) => setTimeout(resolve, 60));

describe('who gets in', () => {
  test('a session cookie opens the socket; none, or a dead one, does not', async () => {
    await ready('ronja1');
    expect(await refused(connect(null))).toBe('unauthenticated');
    expect(await refused(connect('stale'))).toBe('unauthenticated');
  });

  test('a page of another origin is refused, our own and the public address are not', async () => {
    const { port } = http.address() as AddressInfo;
    await refused(connect('ronja1', { origin: 'https://evil.example' }));
    await ready('ronja1', { origin: `http://127.0.0.1:${port}` });
    await ready('ronja1', { origin: 'https://flurfunk.example.com' });
  });

  test('an upgrade to anything else, or sent by a foreign page, ends without an answer to read', async () => {
    const { port } = http.address() as AddressInfo;
    const upgrade = (path: string, headers: string) =>
      new Promise<string>((resolve) => {
        let heard = '';
        const socket = dial(port, '127.0.0.1', () =>
          socket.write(
            `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
              `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: session=ronja1\r\n${headers}\r\n`,
          ),
        );
        socket.on('data', (chunk) => (heard += chunk)).on('close', () => resolve(heard));
      });
    const own = `${LIVE_PATH}/?EIO=4&transport=websocket`;
    expect(await upgrade(own, 'Origin: https://evil.example\r\n')).not.toContain('101 Switching');
    expect(await upgrade('/elsewhere', `Origin: http://127.0.0.1:${port}\r\n`)).not.toContain(
      '101 Switching',
    );
  });

  test('long polling does where WebSocket is not to be had', async () => {
    const ronja = await ready('ronja1', { transports: ['polling'] });
    live.emit('person:ronja', { kind: 'notification.changed', unread: 1 });
    await settle();
    expect(ronja.heard).toEqual([{ kind: 'notification.changed', unread: 1 }]);
  });
});

describe('who hears what', () => {
  test('everybody is in their own rooms and in no others', async () => {
    const [ronja, aylin, extern] = [await ready('ronja1'), await ready('aylin1'), await ready('ext1')];
    live.emit('everyone', { kind: 'feed.new', itemId: '1' });
    live.emit(SITE, { kind: 'feed.new', itemId: '2' });
    live.emit('person:aylin', { kind: 'notification.changed', unread: 3 });
    await settle();
    expect(ronja.heard.map((message) => message.itemId)).toEqual(['1', '2']);
    expect(aylin.heard.map((message) => message.kind)).toEqual(['feed.new', 'notification.changed']);
    expect(extern.heard).toEqual([]);
  });

  test('a thread is joined when policy allows, and only rooms that may be asked for', async () => {
    const aylin = await ready('aylin1');
    expect(await aylin.join(THREAD)).toBe(true);
    expect(await aylin.join(SECRET)).toBe(false);
    expect(await aylin.join(SITE)).toBe(false);
    expect(await aylin.join('person:ronja')).toBe(false);
    expect(await aylin.join('session:ronja1')).toBe(false);
    for (const room of [THREAD, SECRET, SITE, 'person:ronja'] as LiveRoom[])
      live.emit(room, { kind: 'thread.changed', room });
    await settle();
    expect(aylin.heard).toEqual([{ kind: 'thread.changed', room: THREAD }]);
  });

  test('what was sent while the page was still connecting comes again, by the same policies', async () => {
    live.emit('everyone', { kind: 'feed.new', itemId: '1' });
    live.emit(SITE, { kind: 'feed.new', itemId: '2' });
    live.emit('person:ronja', { kind: 'unread', notifications: 1 });
    live.emit(THREAD, { kind: 'thread.changed' });
    live.emit(SECRET, { kind: 'thread.changed', secret: true });
    const aylin = await ready('aylin1', { pageAge: 5_000 });
    const ronja = await ready('ronja1', { pageAge: 5_000 });
    const late = await ready('ronja1');
    await aylin.join(THREAD);
    await aylin.join(SECRET);
    await settle();
    expect(aylin.heard).toEqual([{ kind: 'feed.new', itemId: '1' }, { kind: 'thread.changed' }]);
    expect(ronja.heard.map((message) => message.kind)).toEqual(['feed.new', 'feed.new', 'unread']);
    expect(late.heard).toEqual([]);
  });

  test('who looks at somebody hears whether they are here: at once, when they come, once they have gone', async () => {
    const id = '0198a000-0000-7000-8000-0000000000aa';
    house.readable.add(`presence:${id}`);
    house.sessions.set('mara1', id).set('mara2', id);
    const told = (here: boolean) => ({ kind: 'presence', personId: id, here });
    const aylin = await ready('aylin1');
    expect(await aylin.join(`presence:${id}`)).toBe(true);
    await expect.poll(() => aylin.heard).toEqual([told(false)]);
    const [first, second] = [await ready('mara1'), await ready('mara2')];
    await expect.poll(() => aylin.heard).toEqual([told(false), told(true)]);
    first.client.close();
    second.client.close();
    await expect.poll(() => aylin.heard).toEqual([told(false), told(true), told(false)]);
    // Switched off meanwhile: whoever still looks hears no more.
    house.readable.delete(`presence:${id}`);
    await ready('mara1');
    await settle();
    expect(aylin.heard).toHaveLength(3);
    expect(await (await ready('ronja1')).join(`presence:${id}`)).toBe(false);
  });

  test('after leaving, nothing more is heard', async () => {
    const aylin = await ready('aylin1');
    await aylin.join(THREAD);
    aylin.client.emit('leave', THREAD);
    await settle();
    live.emit(THREAD, { kind: 'thread.changed' });
    await settle();
    expect(aylin.heard).toEqual([]);
  });

  test('a socket asks for forty things at most', async () => {
    const aylin = await ready('aylin1');
    const rooms = Array.from(
      { length: 41 },
      (_, n) => `board:0198a000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`,
    );
    for (const room of rooms) house.readable.add(room);
    const answers = await Promise.all(rooms.map((room) => aylin.join(room)));
    expect(answers.filter(Boolean)).toHaveLength(40);
  });

  test('what somebody may no longer read falls silent at once', async () => {
    const ronja = await ready('ronja1');
    await ronja.join(THREAD);
    house.readable.delete(THREAD);
    house.rooms.set('ronja', ['everyone']);
    live.refreshRooms('ronja');
    await settle();
    for (const room of [THREAD, SITE, 'everyone'] as LiveRoom[]) live.emit(room, { kind: 'x', room });
    await settle();
    expect(ronja.heard).toEqual([{ kind: 'x', room: 'everyone' }]);
  });

  test('policy that fails lets nobody in and closes the socket, so that the browser tries again', async () => {
    const aylin = await ready('aylin1');
    house.gate.mayJoin = () => Promise.reject(new Error('database away'));
    const dropped = gone(aylin.client);
    aylin.client.emit('join', THREAD);
    expect(await dropped).toBe('transport close');
    expect(errors).toHaveLength(1);
  });
});

describe('losing access', () => {
  test('signing out drops the sockets of that session, and no other', async () => {
    house.sessions.set('ronja2', 'ronja');
    const [desk, phone] = [await ready('ronja1'), await ready('ronja2')];
    const dropped = gone(desk.client);
    live.dropSession('ronja1');
    expect(await dropped).toBe('io server disconnect');
    await settle();
    expect(phone.client.connected).toBe(true);
  });

  test('a person who has left loses every socket', async () => {
    const ronja = await ready('ronja1');
    const dropped = gone(ronja.client);
    live.dropPerson('ronja');
    expect(await dropped).toBe('io server disconnect');
  });

  test('a session that ended in silence is found by the regular check', async () => {
    const [ronja, aylin] = [await ready('ronja1'), await ready('aylin1')];
    const dropped = gone(ronja.client);
    house.sessions.delete('ronja1');
    expect(await dropped).toBe('io server disconnect');
    expect(aylin.client.connected).toBe(true);
  });

  test('a server that stops does not tell browsers to stay away', async () => {
    const ronja = await ready('ronja1');
    const dropped = gone(ronja.client);
    await live.close();
    expect(await dropped).toBe('transport close');
  });
});
