import { createAccount } from '#server/domain/identity/create-account.ts';
import { createPerson } from '#server/domain/identity/create-person.ts';
import type { Parts } from '#server/domain/parts.ts';
import { storeSettings } from '#server/domain/settings/change-settings.ts';
import type { Database } from '#server/platform/database/client.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './vocabulary.ts';
import { fillSearch, writePosts } from './writings.ts';

export const READER = { email: 'bench@bench.test', password: 'a bench of one’s own' };

const AUDIENCES = 500;
const PEOPLE = 10_000;
/** Audiences that the reader belongs to, and may post to. */
const OWN = 10;

/**
 * A company for measuring, made by SQL in an empty database: 10,000 people who can all sign in and be written to, 500
 * audiences, a reader who belongs to ten of them and follows the others, as many posts as asked for, a comment on every
 * third; all of it found by a search.
 */
export async function makeCompany(
  db: Database,
  parts: Pick<Parts, 'ids' | 'clock' | 'events'>,
  posts: number,
): Promise<void> {
  await makePeople(db);
  await makeAudiences(db);
  await makeReader(db, parts);
  await writePosts(db, posts);
  await fillSearch(db);
  // Made but never worked off: nothing else may run while something is measured.
  await db.outboxEvent.deleteMany();
  await db.$executeRawUnsafe('ANALYZE');
}

/** Takes out what was written while writing was measured, so that the next run finds the same company. */
export async function forgetWritings(db: Database, authorId: string): Promise<void> {
  await db.feedItem.deleteMany({ where: { authorId } });
  await db.searchDocument.deleteMany({ where: { authorId } });
  await db.entry.deleteMany({ where: { authorId } });
  await db.outboxEvent.deleteMany();
  await db.$executeRawUnsafe(
    'VACUUM ANALYZE feed_item, entry, entry_body, search_document, outbox_event, listener_ledger',
  );
}

async function makePeople(db: Database): Promise<void> {
  await db.$executeRawUnsafe(
    `INSERT INTO person (id, handle, given_name, family_name, display_name, sort_name, updated_at)
    SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'p' || n, given, family, given || ' ' || family,
      lower(family || ' ' || given), now()
    FROM generate_series(0, ${PEOPLE - 1}) n
    JOIN unnest($1::text[]) WITH ORDINALITY g(given, g) ON g = 1 + n % ${GIVEN_NAMES.length}
    JOIN unnest($2::text[]) WITH ORDINALITY f(family, f) ON f = 1 + n / ${GIVEN_NAMES.length} % ${FAMILY_NAMES.length}`,
    GIVEN_NAMES,
    FAMILY_NAMES,
  );
  await db.$executeRawUnsafe(
    `CREATE VIEW bench_person AS SELECT id, substr(handle, 2)::int AS n FROM person WHERE handle ~ '^p[0-9]+$'`,
  );
  await db.$executeRawUnsafe(`
    INSERT INTO account (id, person_id, email, state)
    SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, id, 'p' || n || '@bench.test', 'active' FROM bench_person`);
}

async function makeAudiences(db: Database): Promise<void> {
  await db.$executeRawUnsafe(`
    INSERT INTO audience (id, kind, open) SELECT ('00000000-0000-7000-b000-' || lpad(to_hex(n), 12, '0'))::uuid, 'unit', n >= ${OWN} FROM generate_series(0, ${AUDIENCES - 1}) n`);
  await db.$executeRawUnsafe(
    `CREATE VIEW bench_audience AS SELECT id, ('x' || right(id::text, 6))::bit(24)::int AS n FROM audience WHERE kind = 'unit'`,
  );
  await db.$executeRawUnsafe(`
    INSERT INTO org_unit (id, name, audience_id, board_audience_id, valid_from)
    SELECT id, 'Unit ' || n, id, id, '2020-01-01' FROM bench_audience`);
}

async function makeReader(db: Database, parts: Pick<Parts, 'ids' | 'clock' | 'events'>): Promise<void> {
  await db.$transaction(async (tx) => {
    const { id } = await createPerson(tx, parts, { givenName: 'Bench', familyName: 'Reader' });
    await createAccount(tx, parts, { personId: id, email: READER.email, password: READER.password });
    await tx.$executeRaw`INSERT INTO audience_membership (audience_id, person_id, cause, valid_from) SELECT id, ${id}::uuid, 'unit', '2020-01-01' FROM bench_audience WHERE n < ${OWN}::int`;
    await tx.$executeRaw`INSERT INTO subscription (audience_id, person_id, cause) SELECT id, ${id}::uuid, CASE WHEN n < ${OWN}::int THEN 'unit' ELSE 'follow' END::membership_cause FROM bench_audience`;
    await storeSettings(tx, parts, null, { companyName: 'Bench', setUpAt: new Date().toISOString() });
    // What the first start of an older house looks through would be measured with the pages.
    await tx.setting.create({ data: { key: 'links.looked_through', value: { done: true } } });
  });
}
