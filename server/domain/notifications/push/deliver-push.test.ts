import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import ece from 'http_ece';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#server/domain/identity/actor.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { isPushEndpoint } from './push-endpoint.ts';

// A push service on this machine that does what the browsers' do: it checks who signed (RFC 8292) and hands on what
// only the browser can read (RFC 8291).

type Received = { path: string; headers: IncomingHttpHeaders; body: Buffer };
let world: World;
let service: Server;
let origin: string;
let answer = 201;
let received: Received[] = [];
let reader: Actor;
let author: Actor;

const browser = createECDH('prime256v1');
const publicKey = browser.generateKeys('base64url');
const auth = randomBytes(16).toString('base64url');
/** Wednesday, eleven in the morning in Hamburg. */
const WORKING = new Date('2026-02-04T10:00:00Z');

beforeAll(async () => {
  service = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      received.push({ path: req.url ?? '', headers: req.headers, body: Buffer.concat(chunks) });
      res.writeHead(answer).end();
    });
  });
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  world = await testWorld({ now: WORKING });
  world.parts.config.pushHosts = ['127.0.0.1', '*.push.example'];
  author = await world.build.actor();
  reader = await signedIn(await world.build.actor());
});
afterAll(async () => {
  service.close();
  await world.drop();
});
afterEach(() => {
  received = [];
  answer = 201;
  world.clock.set(WORKING);
});

async function signedIn(actor: Actor): Promise<Actor> {
  const id = `session-${actor.personId}`;
  const expiresAt = new Date('2030-01-01');
  await world.db.session.create({
    data: { id, accountId: actor.accountId, kind: 'personal', device: 'Firefox on Linux', expiresAt },
  });
  return { ...actor, sessionId: id };
}

const subscribe = (actor: Actor, path = '/push/1') =>
  world.services.notifications.subscribePush(actor, { endpoint: origin + path, p256dh: publicKey, auth });

let count = 0;
/** Somebody mentions the reader, in words that must not leave the house. */
async function mention(): Promise<void> {
  const text = `Geheim ${++count} @${reader.handle}`;
  const { EVERYONE_AUDIENCE_ID } = await import('#server/domain/audience/audience.policy.ts');
  const writer = { ...author, grants: [grant] };
  await world.services.feed.publishPost(writer, { text, audienceId: EVERYONE_AUDIENCE_ID } as never);
  await world.settle();
}
const grant = { id: 'g', kind: 'post_to_everyone', scope: 'company', scopeId: null } as const;
const deliver = () => world.jobs.run('notifications.deliver-push');

function read({ body }: Received): unknown {
  const text = ece.decrypt(body, { version: 'aes128gcm', privateKey: browser, authSecret: auth });
  return JSON.parse(text.toString());
}

/** The claims of the VAPID header, after its signature was checked against the key it names. */
function claims({ headers }: Received): { aud: string; exp: number; sub: string; key: string } {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  const [head = '', payload = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const signed = verify(
    'sha256',
    Buffer.from(`${head}.${payload}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  expect(signed).toBe(true);
  return { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), key };
}

test('a notice reaches the device, signed by the house, and says nothing that others should not see', async () => {
  await subscribe(reader);
  await mention();
  await deliver();
  await deliver();
  expect(received).toHaveLength(1);
  const [push] = received as [Received];
  const [notice] = (await world.services.notifications.list(reader)).items;
  expect(read(push)).toEqual({
    title: 'Flurfunk',
    text: 'Something new waits for you.',
    id: notice?.id,
    lang: 'en',
  });
  expect(push.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' });
  const { aud, sub, exp, key } = claims(push);
  expect(aud).toBe(origin);
  expect(sub).toBe('https://flurfunk.test');
  expect(exp).toBeGreaterThan(Date.now() / 1000);
  expect(exp).toBeLessThanOrEqual(Date.now() / 1000 + 86_400);
  // The key that browsers bind their subscription to, and it stays.
  expect((await world.services.notifications.pushState(reader)).key).toBe(key);
  await world.services.notifications.markAllRead(reader);
});

test('several that wait are one push, and what was read meanwhile is none', async () => {
  await mention();
  await mention();
  await deliver();
  expect(received).toHaveLength(1);
  expect(read(received[0] as Received)).toMatchObject({ text: '2 new things wait for you.', id: null });
  received = [];
  await mention();
  await world.services.notifications.markAllRead(reader);
  await deliver();
  expect(received).toEqual([]);
});

test('outside working time, and in quiet hours, it waits', async () => {
  world.clock.set(new Date('2026-02-04T20:00:00Z'));
  await mention();
  await deliver();
  expect(received).toEqual([]);
  world.clock.set(new Date('2026-02-05T08:30:00Z'));
  await deliver();
  expect(received).toHaveLength(1);
  await world.services.notifications.markAllRead(reader);
});

test('a kind that is not wanted on devices is not pushed', async () => {
  const { deliverySchema } = await import('#server/domain/notifications/delivery.schema.ts');
  const form = (push: string[]) =>
    deliverySchema.parse({ shown: ['mention'], asks_push: 'yes', push, quietFrom: '', quietTo: '' });
  const { changeDelivery, myDelivery } = world.services.notifications;
  await changeDelivery(reader, form([]));
  await mention();
  await deliver();
  expect(received).toEqual([]);
  // A form without the question changes nothing about it.
  const silent = deliverySchema.parse({ shown: ['mention'], quietFrom: '', quietTo: '' });
  await changeDelivery(reader, silent);
  const mine = (await myDelivery(reader)).kinds.find(({ kind }) => kind === 'mention');
  expect(mine?.push).toBe(false);
  await changeDelivery(reader, form(['mention']));
  await world.services.notifications.markAllRead(reader);
});

test.each([404, 410])('a device that answers %i is forgotten, one that fails is not', async (status) => {
  answer = 500;
  await mention();
  await deliver();
  expect(await world.db.pushSubscription.count()).toBe(1);
  await world.services.notifications.markAllRead(reader);
  answer = status;
  await mention();
  await deliver();
  expect(await world.db.pushSubscription.count()).toBe(0);
  await subscribe(reader);
  await world.services.notifications.markAllRead(reader);
});

test('only this browser, only until its person signs out, never on a shared terminal', async () => {
  const { notifications, identity } = world.services;
  await expect(subscribe({ ...reader, terminal: true })).rejects.toMatchObject({ code: 'forbidden' });
  const other = await signedIn(await world.build.actor());
  const [mine] = (await notifications.pushState(reader)).devices;
  expect(mine).toMatchObject({ device: 'Firefox on Linux', here: true });
  await expect(notifications.unsubscribePush(other, mine?.id ?? '')).rejects.toMatchObject({
    code: 'not_found',
  });
  // The next person at the same browser: it is theirs.
  await subscribe(other);
  expect((await notifications.pushState(reader)).devices).toEqual([]);
  await identity.signOut(other);
  expect(await world.db.pushSubscription.count()).toBe(0);
  await subscribe(reader);
  await world.db.account.update({ where: { personId: reader.personId }, data: { state: 'ended' } });
  await mention();
  await deliver();
  expect(received).toEqual([]);
});

test('nothing but a push service that this house knows is ever called', async () => {
  const config = world.parts.config;
  const allowed = ['https://eu.push.example/x', 'http://127.0.0.1:99/x'];
  const refused = [
    'https://push.example.evil/x',
    'https://evil-push.example/x',
    'http://eu.push.example/x',
    'https://10.0.0.1/x',
    'https://user:word@eu.push.example/x',
    'file:///etc/passwd',
    'nonsense',
  ];
  for (const endpoint of allowed)
    expect([endpoint, isPushEndpoint(config, endpoint)]).toEqual([endpoint, true]);
  for (const endpoint of refused)
    expect([endpoint, isPushEndpoint(config, endpoint)]).toEqual([endpoint, false]);
  const bad = { endpoint: 'https://10.0.0.1/x', p256dh: publicKey, auth };
  await expect(world.services.notifications.subscribePush(reader, bad)).rejects.toMatchObject({
    details: { fields: { endpoint: ['notifications.pushServiceUnknown'] } },
  });
});
