import { pino } from 'pino';
import type { Parts } from '#server/domain/parts.ts';
import { manualClock } from '#server/platform/calendar/clock.ts';
import { loadConfig } from '#server/platform/config/config.ts';
import type { Database } from '#server/platform/database/client.ts';
import { createSyncJobs } from '#server/platform/jobs/sync-jobs.ts';
import { silentLive } from '#server/platform/live/live.ts';
import type { Mail } from '#server/platform/mail/mailer.ts';
import { createServices } from '#server/services.ts';
import type { Rows } from './rows.ts';

const PEOPLE = 10_000;
/** A working morning in the week in which the bench company begins to write. */
const TUESDAY_NINE = new Date('2026-01-06T08:00:00Z');
/** A run takes 3,000 persons. */
const MOST_RUNS = 10;

/**
 * The daily digest of 10,000 people, each with three unread mentions, two feeds to look through and words quoted: from the
 * plan until the last mail is handed over, to a mail server that takes all. What was put there for it is taken away again.
 */
export async function measureDigest(
  rows: Rows,
  db: Database,
  shared: Pick<Parts, 'ids' | 'events'>,
): Promise<void> {
  const jobs = createSyncJobs();
  const letters = { count: 0, bytes: 0 };
  const send = async ({ text, html = '' }: Mail) => {
    letters.count += 1;
    letters.bytes += text.length + html.length;
  };
  const files = { put: async () => {}, get: async () => null, remove: async () => {} };
  const parts: Parts = {
    ...shared,
    config: loadConfig({ NODE_ENV: 'test', APP_URL: 'https://flurfunk.bench.test' }),
    log: pino({ level: 'error' }),
    db,
    clock: manualClock(TUESDAY_NINE),
    jobs,
    live: silentLive,
    mail: { send, close: async () => {} },
    files,
    scan: null,
  };
  createServices(parts).notifications.registerJobs();
  try {
    await putReasons(db);
    const before = performance.now();
    await jobs.run('notifications.plan-digests');
    const planned = performance.now();
    let runs = 0;
    for (; letters.count < PEOPLE && runs < MOST_RUNS; runs++) await jobs.run('notifications.deliver-mail');
    const after = performance.now();
    if (letters.count !== PEOPLE) throw new Error(`${letters.count} of ${PEOPLE} digests were sent`);
    rows.note('digest/10k', (after - before) / 1000, 's');
    rows.note('digest/10k/plan', (planned - before) / 1000, 's');
    rows.note('digest/10k/mail', (after - planned) / PEOPLE, 'ms');
    rows.note('digest/10k/mail-size', letters.bytes / PEOPLE / 1000, 'kB');
    rows.note('digest/10k/runs', runs, 'min');
  } finally {
    await takeReasons(db);
  }
}

async function putReasons(db: Database): Promise<void> {
  await takeReasons(db);
  await db.$executeRawUnsafe(`
    INSERT INTO delivery_preference (person_id, feed_digest, with_words, outside_hours)
    SELECT id, 'daily', true, false FROM bench_person`);
  await db.$executeRawUnsafe(`
    INSERT INTO subscription (audience_id, person_id, cause)
    SELECT a.id, p.id, 'follow' FROM bench_person p JOIN bench_audience a ON a.n IN (10 + p.n % 490, 10 + (p.n + 7) % 490)`);
  // Mentioned in posts that everybody may read, by others.
  await db.$executeRawUnsafe(`
    INSERT INTO notification (id, person_id, kind, subject_id, entry_id, group_key, actor_ids, created_at, updated_at)
    SELECT gen_random_uuid(), p.id, 'mention', e.id, e.id, 'mention:' || e.id, ARRAY[e.author_id], t.at, t.at
    FROM bench_person p CROSS JOIN generate_series(0, 2) k(n)
    JOIN LATERAL (SELECT ('00000000-0000-7000-a000-' || lpad(to_hex(500 * (1 + (p.n + k.n) % 18) + 10 + (p.n * 3 + k.n) % 490), 12, '0'))::uuid AS id) pick ON true
    JOIN entry e ON e.id = pick.id AND e.author_id <> p.id
    CROSS JOIN (SELECT timestamptz '2026-01-06 06:00Z' AS at) t`);
  await db.$executeRawUnsafe('ANALYZE notification, subscription, delivery_preference');
}

async function takeReasons(db: Database): Promise<void> {
  await db.$executeRawUnsafe('DELETE FROM mail_due');
  await db.$executeRawUnsafe('DELETE FROM notification');
  await db.$executeRawUnsafe('DELETE FROM delivery_preference');
  await db.$executeRawUnsafe('DELETE FROM subscription s USING bench_person p WHERE p.id = s.person_id');
}
