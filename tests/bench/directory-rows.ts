import type { Actor } from '#server/domain/identity/actor.ts';
import { readDirectory } from '#server/domain/people/directory.queries.ts';
import type { Database } from '#server/platform/database/client.ts';
import type { Rows } from './rows.ts';

const SIZES = [1_000, 10_000, 100_000];
const ROUNDS = 40;
const WARM_UP = 10;
const NOW = new Date('2026-11-16T09:00:00Z');
const EVERYBODY = { q: '', letter: null, unit: null, site: null, skill: null, language: null, after: null };

/** A page of the directory among more and more people: the first, one of a letter, one by skill, one by name. */
export async function measureDirectory(rows: Rows, db: Database, personId: string): Promise<void> {
  const actor = {
    personId,
    role: 'employee',
    language: 'en',
    timeZone: 'Europe/Berlin',
    grants: [],
  } as unknown as Actor;
  const pages = {
    first: EVERYBODY,
    letter: { ...EVERYBODY, letter: 'm' },
    skill: { ...EVERYBODY, skill: 'skill 7' },
    name: { ...EVERYBODY, q: 'bench 7' },
  };
  const floors: Record<string, number> = {};
  try {
    for (const size of SIZES) {
      await addPeople(db, size);
      for (const [page, filter] of Object.entries(pages)) {
        const times: number[] = [];
        for (let n = 0; n < ROUNDS; n++) {
          const before = performance.now();
          const found = await readDirectory(db, actor, filter, NOW);
          if (found.rows.length === 0) throw new Error(`an empty directory for ${page}`);
          times.push(performance.now() - before);
        }
        const measured = times.slice(WARM_UP).sort((a, b) => a - b);
        const median = measured[measured.length >> 1] as number;
        rows.note(`directory/${page}/${size}`, median, 'ms', floors[page] ?? null);
        floors[page] ??= median;
      }
    }
  } finally {
    // The company is kept for the other rows, which are about its posts.
    await db.$executeRaw`DELETE FROM person WHERE handle LIKE 'directory-%'`;
  }
}

/** People up to `size`, with names in every letter and a skill of 500. */
async function addPeople(db: Database, size: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO person (id, handle, given_name, family_name, display_name, sort_name, updated_at)
    SELECT gen_random_uuid(), 'directory-' || n, 'Bench', letter || n, 'Bench ' || letter || n, letter || n || ' bench ' || n, now()
    FROM (SELECT n, chr(97 + n % 26) AS letter FROM generate_series(1, ${size}::int) n) made ON CONFLICT DO NOTHING`;
  await db.$executeRaw`
    INSERT INTO profile_field (person_id, key, values, folded, visibility)
    SELECT id, 'skills', ARRAY['Skill ' || n], ARRAY['skill ' || n], 'everyone'
    FROM (SELECT id, substr(handle, 11)::int % 500 AS n FROM person WHERE handle LIKE 'directory-%') made ON CONFLICT DO NOTHING`;
  await db.$executeRawUnsafe('VACUUM ANALYZE person, profile_field');
}
