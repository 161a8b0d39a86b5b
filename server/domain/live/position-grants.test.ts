import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Socket as Client, io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAudience } from '#server/domain/audience/create-audience.ts';
import { writeEntry } from '#server/domain/conversation/write-entry.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { createAccount } from '#server/domain/identity/create-account.ts';
import { writeGrant } from '#server/domain/identity/grants/give-grant.ts';
import { hashToken } from '#server/domain/identity/token.ts';
import { turnTheDay } from '#server/domain/organisation/organisation.listeners.ts';
import type { LiveMessage, LiveRoom } from '#server/platform/live/live.ts';
import { LIVE_PATH } from '#server/platform/live/live-protocol.ts';
import { createLiveServer, type LiveServer } from '#server/platform/live/live-server.ts';
import { testWorld, type World } from '#tests/setup/world.ts';
import { createLiveGate } from './live-gate.ts';

const DAY_MS = 86_400_000;

let world: World;
let http: Server;
let live: LiveServer;
const clients: Client[] = [];
let administrator: Actor;
let chart: { id: string };
/** A thread among a few, reported: who moderates hears it, nobody else outside does. */
let reported: LiveRoom;

beforeAll(async () => {
  world = await testWorld();
  const log = { error: (...what: unknown[]) => console.error(...what), warn: () => {} } as never;
  live = createLiveServer({ log, appUrl: 'https://flurfunk.test', trustProxy: false, clusterUrl: null });
  // The listeners speak to the world's own wire.
  Object.assign(world.parts.live, live);
  http = createServer();
  live.open(
    http,
    createLiveGate(world.parts, (cookies) => /session=(\w+)/.exec(cookies ?? '')?.[1] ?? null),
  );
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  administrator = await world.build.actor({ role: 'administrator' });
  chart = await world.services.organisation.createChart(administrator, { kind: 'company', name: 'Works' });
  reported = await reportedThread();
});
afterAll(async () => {
  for (const client of clients) client.close();
  await live.close();
  http.close();
  await world.drop();
});

async function reportedThread(): Promise<LiveRoom> {
  const author = await world.build.actor();
  const entryId = await world.parts.events.transaction(async (tx) => {
    const audienceId = await createAudience(tx, world.parts, { kind: 'project', open: false });
    const { id } = await writeEntry(tx, world.parts, author, { kind: 'post', audienceId, text: 'Among us' });
    return id;
  });
  const report = { reporterId: author.personId, reason: 'other', createdAt: world.clock.now() };
  await world.db.report.create({ data: { id: world.parts.ids.next(), entryId, ...report } });
  return `thread:${entryId}`;
}

/** A new seat; whoever sits on it moderates, unless told otherwise. */
async function seat({ moderates = true } = {}): Promise<string> {
  const { id } = await world.services.organisation.createPosition(administrator, {
    chartId: chart.id,
    title: 'Shift moderation',
  });
  if (moderates) await give(id);
  return id;
}

function give(positionId: string): Promise<{ id: string }> {
  return world.parts.events.transaction((tx) =>
    writeGrant(tx, world.parts, { kind: 'moderate', positionId, givenById: administrator.personId }),
  );
}

/** Somebody at an open page. `hears` tells whether the thread reaches them now, by their own asking or by staying in. */
async function listener(person?: Pick<Actor, 'personId' | 'accountId'>) {
  const { personId, accountId } = person ?? (await world.build.actor());
  const token = world.parts.ids.next().replaceAll('-', '');
  await world.db.session.create({
    data: { id: hashToken(token), accountId, expiresAt: new Date(world.clock.now().getTime() + 30 * DAY_MS) },
  });
  const client = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, {
    path: LIVE_PATH,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie: `session=${token}` },
  });
  clients.push(client);
  const heard: LiveMessage[] = [];
  client.on('live', (message: LiveMessage) => heard.push(message));
  await new Promise<void>((resolve) => client.once('ready', () => resolve()));
  const join = () => client.emitWithAck('join', reported) as Promise<boolean>;
  async function hears(): Promise<boolean> {
    await world.settle();
    // Answered in turn: what the settled events set off is over by then.
    await client.emitWithAck('join', `thread:${world.parts.ids.next()}`);
    const mark = world.parts.ids.next();
    live.emit(reported, { kind: 'thread.changed', mark });
    live.emit(`person:${personId}`, { kind: 'notification.changed', mark });
    const own = (kind: string) => heard.some((message) => message.mark === mark && message.kind === kind);
    await expect.poll(() => own('notification.changed'), { timeout: 3_000 }).toBe(true);
    return own('thread.changed');
  }
  return { personId, join, hears };
}

test('a seat that begins brings its rights to an open page, one that ends takes them', async () => {
  const { organisation } = world.services;
  const [ronja, mara] = [await listener(), await listener()];
  expect(await ronja.join()).toBe(false);
  const { id } = await organisation.assign(administrator, {
    positionId: await seat(),
    personId: ronja.personId,
  });
  await world.settle();
  expect([await ronja.join(), await mara.join()]).toEqual([true, false]);
  expect(await ronja.hears()).toBe(true);
  await organisation.endAssignment(administrator, { assignmentId: id });
  expect(await ronja.hears()).toBe(false);
  expect(await ronja.join()).toBe(false);
});

test('so does a seat that is closed', async () => {
  const { organisation } = world.services;
  const ronja = await listener();
  const positionId = await seat();
  await organisation.assign(administrator, { positionId, personId: ronja.personId });
  await world.settle();
  expect(await ronja.join()).toBe(true);
  await organisation.closePosition(administrator, { positionId });
  expect(await ronja.hears()).toBe(false);
});

test('a right given to a seat, and taken from it, is heard of by all who share the seat', async () => {
  const { organisation, identity } = world.services;
  const sharing = [await listener(), await listener()];
  const positionId = await seat({ moderates: false });
  for (const { personId } of sharing) {
    await organisation.assign(administrator, { positionId, personId, share: 50 });
  }
  await world.settle();
  for (const one of sharing) expect(await one.join()).toBe(false);
  const { id } = await give(positionId);
  await world.settle();
  for (const one of sharing) expect(await one.join()).toBe(true);
  await identity.revokeGrant(administrator, id);
  for (const one of sharing) expect(await one.hears()).toBe(false);
});

test('a seat that begins or ends on a later day does so that night', async () => {
  const ronja = await listener();
  const day = (ahead: number) =>
    new Date(world.clock.now().getTime() + ahead * DAY_MS).toISOString().slice(0, 10);
  const period = { from: day(1), to: day(2) };
  await world.services.organisation.assign(administrator, {
    positionId: await seat(),
    personId: ronja.personId,
    ...period,
  });
  await world.settle();
  expect(await ronja.join()).toBe(false);
  const night = async () => {
    world.clock.advance(DAY_MS);
    await turnTheDay(world.parts);
    await world.settle();
  };
  await night();
  expect(await ronja.join()).toBe(true);
  await night();
  expect(await ronja.hears()).toBe(false);
});

test('a right that begins and runs out by its own dates does so on an open page within the minute', async () => {
  const own = await world.build.actor();
  const seated = await world.build.actor();
  const positionId = await seat({ moderates: false });
  await world.services.organisation.assign(administrator, { positionId, personId: seated.personId });
  const after = (minutes: number) => new Date(world.clock.now().getTime() + minutes * 60_000);
  const dates = { validFrom: after(5), validTo: after(10), givenById: administrator.personId };
  await world.parts.events.transaction(async (tx) => {
    for (const holder of [{ personId: own.personId }, { positionId }])
      await writeGrant(tx, world.parts, { kind: 'moderate', ...holder, ...dates });
  });
  await world.settle();
  const pages = [await listener(own), await listener(seated)];
  const minute = async () => {
    world.clock.advance(60_000);
    await world.jobs.run('identity.turn-grants');
    await world.settle();
  };
  const joined = async () => [await pages[0]?.join(), await pages[1]?.join()];
  const hear = async () => [await pages[0]?.hears(), await pages[1]?.hears()];
  for (let n = 0; n < 4; n++) await minute();
  expect(await joined()).toEqual([false, false]);
  await minute();
  expect(await joined()).toEqual([true, true]);
  for (let n = 0; n < 4; n++) await minute();
  expect(await hear()).toEqual([true, true]);
  await minute();
  expect(await hear()).toEqual([false, false]);
});

test('an import that empties a seat takes its rights, and its undoing brings them back', async () => {
  const { imports } = world.services;
  const apply = async (holder: string): Promise<string> => {
    // No unit: its membership would be a reason of its own.
    const header = 'Post Unique Reference,Name,Job Title,Reports to Senior Post,FTE';
    const bytes = new TextEncoder().encode(`${header}\nA1,${holder},Head,XX,1`);
    const id = await imports.start(administrator, { fileName: 'org.csv', bytes });
    await imports.suggest(administrator, id);
    await imports.apply(administrator, id, null);
    return id;
  };
  await apply('Ada Lovelace');
  const ada = await world.db.person.findFirstOrThrow({ where: { displayName: 'Ada Lovelace' } });
  const position = await world.db.position.findFirstOrThrow({ where: { externalId: 'A1' } });
  const account = await world.db.$transaction((tx) =>
    createAccount(tx, world.parts, { personId: ada.id, role: 'employee', state: 'active' }),
  );
  await give(position.id);
  const page = await listener({ personId: ada.id, accountId: account.id });
  expect(await page.join()).toBe(true);
  world.clock.advance(DAY_MS);
  const second = await apply('Vacant');
  expect(await page.hears()).toBe(false);
  await imports.undo(administrator, second);
  await world.settle();
  expect(await page.join()).toBe(true);
});
