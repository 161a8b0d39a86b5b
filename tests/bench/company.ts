import { createAccount } from '#server/domain/identity/create-account.ts';
import { createPerson } from '#server/domain/identity/create-person.ts';
import type { Parts } from '#server/domain/parts.ts';
import { storeSettings } from '#server/domain/settings/change-settings.ts';
import type { Database } from '#server/platform/database/client.ts';

export const READER = { email: 'bench@bench.test', password: 'a bench of one’s own' };

const AUDIENCES = 500;
const PEOPLE = 10_000;
/** Audiences that the reader belongs to, and may post to. */
const OWN = 10;

/**
 * A company for measuring, made by SQL: 10,000 people, 500 audiences, a reader who belongs to ten of them and follows the
 * others, and as many posts as asked for, a comment on every third. Called again with more posts it grows; nothing is made twice.
 */
export async function growCompany(
  db: Database,
  parts: Pick<Parts, 'ids' | 'clock' | 'events'>,
  posts: number,
): Promise<void> {
  if ((await db.account.count()) === 0) await foundCompany(db, parts);
  await giveAccounts(db);
  const have = await db.feedItem.count();
  if (have >= posts) return;
  await db.$executeRawUnsafe(`
    INSERT INTO entry (id, kind, author_id, audience_id, state, language, published_at, created_at)
    SELECT ('00000000-0000-7000-a000-' || lpad(to_hex(g.i), 12, '0'))::uuid, 'post', p.id, a.id, 'published', 'en',
      timestamptz '2026-01-01' + g.i * interval '20 seconds', now()
    FROM generate_series(${have + 1}, ${posts}) g(i)
    JOIN bench_audience a ON a.n = g.i % ${AUDIENCES} JOIN bench_person p ON p.n = (g.i::bigint * 7919) % ${PEOPLE}`);
  await db.$executeRawUnsafe(`
    INSERT INTO entry_body (entry_id, revision, language, source, html, written_by_id)
    SELECT e.id, 1, 'en', 'x', '<p>' || repeat('What the shift before us left behind, and what comes next. ', 4) || '</p>', e.author_id
    FROM entry e LEFT JOIN entry_body b ON b.entry_id = e.id WHERE e.kind = 'post' AND b.entry_id IS NULL`);
  await db.$executeRawUnsafe(`
    INSERT INTO feed_item (id, kind, subject_id, audience_id, author_id, published_at, activity_at)
    SELECT e.id, 'post', e.id, e.audience_id, e.author_id, e.published_at, e.published_at
    FROM entry e LEFT JOIN feed_item f ON f.subject_id = e.id WHERE e.kind = 'post' AND f.id IS NULL`);
  await db.$executeRawUnsafe(`
    INSERT INTO entry (id, kind, author_id, audience_id, thread_id, state, language, published_at, created_at)
    SELECT gen_random_uuid(), 'comment', e.author_id, e.audience_id, e.id, 'published', 'en', e.published_at + interval '1 hour', now()
    FROM entry e WHERE e.kind = 'post' AND ('x' || right(e.id::text, 6))::bit(24)::int % 3 = 0
      AND ('x' || right(e.id::text, 8))::bit(32)::int > ${have}`);
  await db.$executeRawUnsafe(`
    INSERT INTO entry_body (entry_id, revision, language, source, html, written_by_id)
    SELECT e.id, 1, 'en', 'x', '<p>Thank you, we will take it from here.</p>', e.author_id
    FROM entry e LEFT JOIN entry_body b ON b.entry_id = e.id WHERE e.kind = 'comment' AND b.entry_id IS NULL`);
  await db.$executeRawUnsafe('ANALYZE');
}

/** Takes out what was written while writing was measured, so that the next run finds the same company. */
export async function forgetWritings(db: Database, authorId: string): Promise<void> {
  await db.feedItem.deleteMany({ where: { authorId } });
  await db.searchDocument.deleteMany({ where: { authorId } });
  await db.entry.deleteMany({ where: { authorId } });
  await db.outboxEvent.deleteMany();
  await db.$executeRawUnsafe('VACUUM ANALYZE feed_item, entry, entry_body, outbox_event, listener_ledger');
}

/** Everybody can sign in and be written to, in companies that were made before this was asked of them, too. */
async function giveAccounts(db: Database): Promise<void> {
  await db.$executeRawUnsafe(`
    INSERT INTO account (id, person_id, email, state)
    SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(p.n), 12, '0'))::uuid, p.id, 'p' || p.n || '@bench.test', 'active'
    FROM bench_person p WHERE NOT EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id)`);
}

async function foundCompany(db: Database, parts: Pick<Parts, 'ids' | 'clock' | 'events'>): Promise<void> {
  await db.$executeRawUnsafe(`
    INSERT INTO person (id, handle, display_name, sort_name, updated_at)
    SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'p' || n, 'Person ' || n, 'person ' || n, now()
    FROM generate_series(0, ${PEOPLE - 1}) n`);
  await db.$executeRawUnsafe(`
    INSERT INTO audience (id, kind, open) SELECT ('00000000-0000-7000-b000-' || lpad(to_hex(n), 12, '0'))::uuid, 'unit', n >= ${OWN} FROM generate_series(0, ${AUDIENCES - 1}) n`);
  await db.$executeRawUnsafe(
    `CREATE VIEW bench_person AS SELECT id, substr(handle, 2)::int AS n FROM person WHERE handle ~ '^p[0-9]+$'`,
  );
  await db.$executeRawUnsafe(
    `CREATE VIEW bench_audience AS SELECT id, ('x' || right(id::text, 6))::bit(24)::int AS n FROM audience WHERE kind = 'unit'`,
  );
  await db.$executeRawUnsafe(`
    INSERT INTO org_unit (id, name, audience_id, board_audience_id, valid_from)
    SELECT id, 'Unit ' || n, id, id, '2020-01-01' FROM bench_audience`);
  await db.$executeRawUnsafe(`
    INSERT INTO search_document (kind, subject_id, open, title, title_folded, body, body_folded, words)
    SELECT 'person', id, true, display_name, sort_name, '', '', to_tsvector('simple', sort_name) FROM person`);
  await db.$transaction(async (tx) => {
    const { id } = await createPerson(tx, parts, { givenName: 'Bench', familyName: 'Reader' });
    await createAccount(tx, parts, { personId: id, email: READER.email, password: READER.password });
    await tx.$executeRaw`INSERT INTO audience_membership (audience_id, person_id, cause, valid_from) SELECT id, ${id}::uuid, 'unit', '2020-01-01' FROM bench_audience WHERE n < ${OWN}::int`;
    await tx.$executeRaw`INSERT INTO subscription (audience_id, person_id, cause) SELECT id, ${id}::uuid, CASE WHEN n < ${OWN}::int THEN 'unit' ELSE 'follow' END::membership_cause FROM bench_audience`;
    await storeSettings(tx, parts, null, { companyName: 'Bench', setUpAt: new Date().toISOString() });
  });
}
