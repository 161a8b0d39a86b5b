import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import { hashToken, newToken } from '#server/domain/identity/token.ts';
import { SESSION_COOKIE } from '#server/http-context.ts';
import type { Database } from '#server/platform/database/client.ts';
import { type App, startApp } from '#tests/setup/start-app.ts';
import type { Company } from './companies.ts';
import { forgetWritings } from './company.ts';
import { gatherCrowd } from './crowd.ts';
import { startFloor } from './floor.ts';
import { residentBytes } from './resident-bytes.ts';
import type { Rows } from './rows.ts';
import { measureScreens } from './screen-requests.ts';
import { signIn } from './sign-in.ts';

const SOCKETS = 5_000;
/** Ten windows each: what is measured does not depend on who is who. */
const PEOPLE = 500;
/** These fill what a fresh process has spare on its heap: counted from none, a socket would seem to cost half of what it does. */
const FIRST = 1_000;
const POSTS = 5;
const SETTLE_MS = 3_000;
const DEVICE = 'bench';

/**
 * A post to everyone while 5,000 are online: from the moment it is sent until all have heard, beside a bare Socket.IO
 * broadcast; memory for a socket; and what the pages of people who look at something else ask for.
 */
export async function measureSockets(rows: Rows, company: Company): Promise<void> {
  const { db, url, readerId } = company;
  const app = await startApp({ env: { DATABASE_URL: url, LOG_LEVEL: 'error' } });
  try {
    const cookies = await openSessions(db);
    await db.grant.create({
      data: { id: randomUUID(), kind: 'post_to_everyone', personId: readerId, validFrom: new Date() },
    });
    const cookie = await signIn(app);
    const base = await measureFloor();
    const publish = () => publishPost(app, cookie);
    const crowd = await measureCrowd(app.url, app.process.pid, cookies, publish, async () => {
      if (rows.wanted('sockets/requests')) await measureScreens({ rows, db, app, cookies, publish, cookie });
    });
    rows.note('sockets/open', crowd.perSecond, '1/s', base.perSecond);
    rows.note('sockets/fan-out/p50', crowd.p50, 'ms', base.p50);
    rows.note('sockets/fan-out/p99', crowd.p99, 'ms', base.p99);
    rows.note('sockets/rss', crowd.bytes / 1024, 'KB', base.bytes / 1024);
  } finally {
    await app.stop();
    await db.session.deleteMany({ where: { device: DEVICE } });
    await db.grant.deleteMany({ where: { personId: readerId } });
    await forgetWritings(db, readerId);
  }
}

async function measureFloor() {
  const floor = await startFloor('socket-floor-server.ts');
  try {
    return await measureCrowd(floor.url, floor.process.pid, [''], async () => {
      await (await fetch(floor.url, { method: 'POST' })).text();
    });
  } finally {
    floor.process.kill();
  }
}

/** `meanwhile` runs at the end, with everybody still online. */
async function measureCrowd(
  url: string,
  pid: number | undefined,
  cookies: string[],
  publish: () => Promise<void>,
  meanwhile?: () => Promise<void>,
) {
  const crowd = gatherCrowd(url, cookies);
  try {
    await crowd.grow(FIRST);
    await crowd.hear(publish);
    await wait(SETTLE_MS);
    const before = await residentBytes(pid);
    const started = performance.now();
    await crowd.grow(SOCKETS - FIRST);
    const perSecond = (1000 * (SOCKETS - FIRST)) / (performance.now() - started);
    await wait(SETTLE_MS);
    const heard: number[] = [];
    await crowd.hear(publish);
    for (let post = 0; post < POSTS; post++) heard.push(...(await crowd.hear(publish)));
    heard.sort((a, b) => a - b);
    const at = (share: number) => heard[Math.floor(heard.length * share)] as number;
    const bytes = ((await residentBytes(pid)) - before) / (SOCKETS - FIRST);
    await meanwhile?.();
    return { perSecond, bytes, p50: at(0.5), p99: at(0.99) };
  } finally {
    crowd.close();
  }
}

async function openSessions(db: Database): Promise<string[]> {
  const accounts = await db.account.findMany({
    where: { email: { startsWith: 'p' } },
    orderBy: { id: 'asc' },
    take: PEOPLE,
  });
  const opened = accounts.map(({ id }) => ({ accountId: id, token: `p${newToken()}` }));
  const expiresAt = new Date(Date.now() + 29 * 86_400_000);
  await db.session.createMany({
    data: opened.map(({ accountId, token }) => ({
      id: hashToken(token),
      accountId,
      device: DEVICE,
      expiresAt,
    })),
  });
  return opened.map(({ token }) => `${SESSION_COOKIE}=${token}`);
}

async function publishPost(app: App, cookie: string): Promise<void> {
  const body = new URLSearchParams({
    text: 'The canteen closes at two today.',
    audienceId: EVERYONE_AUDIENCE_ID,
    idempotencyKey: randomUUID(),
  });
  const headers = { cookie, origin: app.url };
  const answer = await fetch(`${app.url}/_root.data?index`, { method: 'POST', headers, body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`the post was answered with ${answer.status}: ${text.slice(0, 500)}`);
}
