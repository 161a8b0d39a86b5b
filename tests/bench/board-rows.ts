import { startApp } from '#tests/setup/start-app.ts';
import type { Company } from './companies.ts';
import { cpuMeter } from './cpu.ts';
import { type Load, load, medianLoad } from './load.ts';
import { noteLoad } from './note-load.ts';
import type { Rows } from './rows.ts';
import { signIn } from './sign-in.ts';

const FEW = 10;
const MANY = 10_000;
const CONNECTIONS = 8;
const TURNS = 3;
const SECONDS = 2;

/** A board of ten thousand pins, most of them for other eyes; the floor is one of ten. */
export async function measureBoards(rows: Rows, { db, url }: Company): Promise<void> {
  const app = await startApp({ env: { DATABASE_URL: url, LOG_LEVEL: 'error' } });
  try {
    for (const pins of [FEW, MANY]) await fillBoard(db, pins);
    await db.$executeRawUnsafe('VACUUM ANALYZE person, entry, entry_body, pin');
    const headers = { cookie: await signIn(app), 'accept-encoding': 'gzip' };
    const cpu = await cpuMeter(db, app.process.pid);
    const loads: [few: Load[], many: Load[]] = [[], []];
    // In turns, so that what else the machine does falls on both.
    for (let turn = 0; turn < TURNS; turn++)
      for (const [index, pins] of [FEW, MANY].entries()) {
        const address = `${app.url}/people/${boardOf(pins)}`;
        loads[index]?.push(await load(address, { connections: CONNECTIONS, headers, cpu, seconds: SECONDS }));
      }
    const [few, many] = loads.map(medianLoad) as [Load, Load];
    noteLoad(rows, `pinboard/board-${FEW}@${CONNECTIONS}`, few, few);
    noteLoad(rows, `pinboard/board-${MANY}@${CONNECTIONS}`, many, few);
  } finally {
    await app.stop();
    await forgetBoards(db);
  }
}

const boardOf = (pins: number) => `bench-board-${pins}`;

/**
 * Somebody with so many pins by many authors: the newest ten for everyone, the others for the two or for a unit that the
 * reader is not in, so that either board shows ten.
 */
async function fillBoard(db: Company['db'], pins: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO person (id, handle, given_name, family_name, display_name, sort_name, updated_at)
    VALUES (gen_random_uuid(), ${boardOf(pins)}, 'Bench', 'Board', 'Bench Board', 'board bench', now())`;
  await db.$executeRaw`
    WITH made AS (
      SELECT gen_random_uuid() AS id, author.id AS author_id, audience.id AS audience_id,
        timestamptz '2026-01-01' + made.n * interval '1 minute' AS at,
        (CASE WHEN made.n > ${pins - FEW}::int THEN 'everyone' WHEN made.n % 2 = 0 THEN 'two' ELSE 'unit' END)::pin_visibility AS visibility
      FROM generate_series(1, ${pins}::int) made(n)
      JOIN bench_person author ON author.n = made.n % 5000
      -- The unit's audience is one that the reader does not belong to; what is for the two is spread, as it is in life.
      JOIN bench_audience audience ON audience.n = CASE WHEN made.n % 2 = 0 THEN 10 + made.n / 2 % 489 ELSE 499 END),
    entries AS (
      INSERT INTO entry (id, kind, author_id, audience_id, state, language, published_at)
      SELECT id, 'pin', author_id, audience_id, 'published', 'en', at FROM made),
    bodies AS (
      INSERT INTO entry_body (entry_id, revision, language, source, html, written_by_id)
      SELECT id, 1, 'en', 'The rolls are in the second cupboard.', '<p>The rolls are in the second cupboard.</p>', author_id FROM made)
    INSERT INTO pin (entry_id, owner_id, author_id, audience_id, kind, visibility, published_at)
    SELECT made.id, owner.id, author_id, audience_id, 'note', visibility, at
    FROM made, person owner WHERE owner.handle = ${boardOf(pins)}`;
}

/** The company is kept for the other rows, which are about its posts. */
async function forgetBoards(db: Company['db']): Promise<void> {
  await db.$executeRaw`DELETE FROM entry e USING pin p, person o
    WHERE p.entry_id = e.id AND o.id = p.owner_id AND o.handle LIKE 'bench-board-%'`;
  await db.$executeRaw`DELETE FROM person WHERE handle LIKE 'bench-board-%'`;
}
