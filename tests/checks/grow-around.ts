import type { Database } from '#server/platform/database/client.ts';

const PROJECTS = 300;
const STATUSES = 6_000;
const PINS = 6_000;
const REPORTED = 6_000;

/** Around the posts of the bench's company: projects with statuses, pins, notices, what somebody saved
 * and what moderators did, by SQL. */
export async function growAround(db: Database, readerId: string): Promise<void> {
  await db.$executeRawUnsafe(`
    WITH made AS (SELECT n, ${id('c000', 'n')} AS id FROM generate_series(1, ${PROJECTS}) n),
    audiences AS (INSERT INTO audience (id, kind, open) SELECT id, 'project', n % 3 > 0 FROM made RETURNING id),
    charts AS (INSERT INTO chart (id, kind, name, audience_id) SELECT id, 'project', 'Project ' || n, id FROM made)
    INSERT INTO project (id, slug, name, audience_id, chart_id, health, last_status_at)
    SELECT id, 'project-' || n, 'Project ' || n, id, id, 'at_risk', timestamptz '2026-10-01' FROM made`);
  await db.$executeRawUnsafe(`
    INSERT INTO responsibility (id, scope, scope_id, role, person_id, valid_from)
    SELECT gen_random_uuid(), 'project', ${id('c000', 'n')}, 'lead', ${id('9000', 'n')}, '2020-01-01'
    FROM generate_series(1, ${PROJECTS}) n`);
  await write(db, 'status', STATUSES, 'd000', id('c000', `n % ${PROJECTS} + 1`));
  await db.$executeRawUnsafe(`
    INSERT INTO status_update (entry_id, project_id, health, published_at)
    SELECT id, audience_id, 'at_risk', published_at FROM entry WHERE kind = 'status'`);
  await write(db, 'pin', PINS, 'e000', id('b000', 'n % 500'));
  await db.$executeRawUnsafe(`
    INSERT INTO pin (entry_id, owner_id, author_id, audience_id, kind, visibility, published_at)
    SELECT id, ${id('9000', 'CASE WHEN n % 2 = 0 THEN 0 ELSE n % 1000 END')}, author_id, audience_id, 'note', 'everyone', published_at
    FROM (SELECT *, ('x' || right(id::text, 6))::bit(24)::int AS n FROM entry WHERE kind = 'pin') made`);
  await ask(db);
  await db.$executeRawUnsafe(`
    INSERT INTO notification (id, person_id, kind, subject_id, entry_id, group_key, actor_ids, read_at, updated_at)
    SELECT gen_random_uuid(), CASE WHEN n % 20 = 0 THEN '${readerId}'::uuid ELSE ${id('9000', 'n % 5000')} END, 'comment', e.id, e.id,
      'comment:' || e.id, ARRAY[e.author_id], CASE WHEN n % 40 > 0 THEN now() END, e.published_at
    FROM (SELECT row_number() OVER (ORDER BY id) AS n, * FROM entry WHERE kind = 'post') e`);
  await db.$executeRawUnsafe(`
    INSERT INTO saved_entry (person_id, entry_id) SELECT '${readerId}', id FROM entry WHERE kind = 'post' ORDER BY id LIMIT 40`);
  await db.$executeRawUnsafe(`
    INSERT INTO audience_membership (audience_id, person_id, cause, valid_from)
    SELECT ${id('b000', 'n % 500')}, ${id('9000', 'n')}, 'unit', '2020-01-01' FROM generate_series(0, 9999) n`);
  await db.$executeRawUnsafe(`
    INSERT INTO required_reading (entry_id, required_by_id, required_at, due_at)
    SELECT id, author_id, published_at, published_at + interval '5 days' FROM entry WHERE kind = 'post' ORDER BY id LIMIT 10`);
  await db.$executeRawUnsafe(`
    INSERT INTO top_post (entry_id, put_by_id, put_at, until)
    SELECT id, author_id, now(), now() + interval '5 days' FROM entry WHERE kind = 'post' ORDER BY id LIMIT 10`);
  await db.$executeRawUnsafe(`
    INSERT INTO reading_confirmation (entry_id, person_id, confirmed_at)
    SELECT r.entry_id, p.id, CASE WHEN r.entry_id <> (SELECT min(entry_id::text)::uuid FROM required_reading) THEN now() END
    FROM required_reading r JOIN person p ON p.handle < 'p3' OR p.id = '${readerId}'`);
  await moderate(db);
  await seat(db);
  await db.$executeRawUnsafe(`
    INSERT INTO profile_field (person_id, key, values, folded, visibility)
    SELECT p.id, k.key, ARRAY[k.key || abs(hashtext(p.handle)) % 300], ARRAY[k.key || abs(hashtext(p.handle)) % 300], 'everyone'
    FROM person p CROSS JOIN (VALUES ('skills'), ('languages')) k(key)`);
  // Names that begin with each letter: in a company of namesakes any way through the directory is as good.
  await db.$executeRawUnsafe(
    `UPDATE person SET sort_name = chr(97 + abs(hashtext(handle)) % 26) || sort_name`,
  );
  await db.$executeRawUnsafe('VACUUM ANALYZE');
}

/** A seat in a project's chart for each of many, held until some day and called differently before. */
async function seat(db: Database): Promise<void> {
  await db.$executeRawUnsafe(`
    WITH seats AS (INSERT INTO position (id, chart_id, title, valid_from, updated_at)
      SELECT ${id('a100', 'n')}, ${id('c000', `n % ${PROJECTS} + 1`)}, 'Tester', '2020-01-01', now() FROM generate_series(0, 9999) n),
    pasts AS (INSERT INTO position_past (position_id, valid_from, valid_to, title)
      SELECT ${id('a100', 'n')}, '2020-01-01', '2022-01-01', 'Trainee' FROM generate_series(0, 9999) n)
    INSERT INTO assignment (id, position_id, person_id, valid_from, valid_to)
    SELECT ${id('a200', 'n')}, ${id('a100', 'n')}, ${id('9000', 'n')}, '2021-01-01', '2024-01-01' FROM generate_series(0, 9999) n`);
}

/** Half of the pins are answered questions that both let all find; each is answered by its board's owner. */
async function ask(db: Database): Promise<void> {
  await db.$executeRawUnsafe(
    `UPDATE pin SET kind = 'question' WHERE ('x' || right(entry_id::text, 1))::bit(4)::int % 2 = 0`,
  );
  await db.$executeRawUnsafe(`
    WITH asked AS (SELECT p.entry_id, p.owner_id, p.published_at, e.audience_id, gen_random_uuid() AS answer_id
      FROM pin p JOIN entry e ON e.id = p.entry_id WHERE p.kind = 'question'),
    answers AS (INSERT INTO entry (id, kind, author_id, audience_id, thread_id, state, language, published_at)
      SELECT answer_id, 'answer', owner_id, audience_id, entry_id, 'published', 'en', published_at FROM asked RETURNING id, author_id, thread_id),
    bodies AS (INSERT INTO entry_body (entry_id, revision, language, source, html, written_by_id)
      SELECT id, 1, 'en', 'The second', '<p>The second</p>', author_id FROM answers)
    INSERT INTO question (entry_id, asked_of_id, answerer_id, state, due_at, closed_at, answer_id, shared_at)
    SELECT entry_id, owner_id, owner_id, 'answered', published_at, published_at, answer_id, published_at FROM asked`);
  await db.$executeRawUnsafe(`
    INSERT INTO answer_consent (question_id, person_id, answer_id, question_revision, answer_revision, given_at)
    SELECT q.entry_id, person.id, q.answer_id, 1, 1, q.closed_at FROM question q
    JOIN entry e ON e.id = q.entry_id CROSS JOIN LATERAL (VALUES (e.author_id), (q.answerer_id)) person(id) ON CONFLICT DO NOTHING`);
  await db.$executeRawUnsafe(`
    INSERT INTO search_document (kind, subject_id, audience_id, title, title_folded, body, body_folded, open, words, at)
    SELECT 'question', entry_id, NULL, 'Which printer ' || n, 'which printer ' || n, 'The second', 'the second', true,
      to_tsvector('simple', 'which printer takes ' || n), closed_at FROM (SELECT row_number() OVER () AS n, * FROM question) q`);
}

/** A report, a decision, a contest and a suspension for each of the first posts; one in ten is still open. */
async function moderate(db: Database): Promise<void> {
  const posts = `(SELECT row_number() OVER (ORDER BY id)::int AS n, * FROM entry WHERE kind = 'post' ORDER BY id LIMIT ${REPORTED}) e`;
  await db.$executeRawUnsafe(`
    INSERT INTO report (id, entry_id, reporter_id, reason, state, created_at)
    SELECT gen_random_uuid(), id, ${id('9000', 'n % 5000')}, 'x', (CASE WHEN n % 10 = 0 THEN 'open' ELSE 'dismissed' END)::report_state,
      published_at FROM ${posts}`);
  await db.$executeRawUnsafe(`
    WITH act AS (
      INSERT INTO moderation_act (id, entry_id, moderator_id, act, reason, created_at)
      SELECT gen_random_uuid(), id, ${id('9000', 'n % 7')}, (CASE WHEN n % 20 = 0 THEN 'uphold' ELSE 'hide' END)::moderation_kind, 'x',
        published_at FROM ${posts} RETURNING id, entry_id, created_at)
    INSERT INTO contest (id, entry_id, act_id, text, state, created_at)
    SELECT gen_random_uuid(), entry_id, id, 'x', (CASE WHEN hashtext(id::text) % 10 = 0 THEN 'open' ELSE 'upheld' END)::contest_state,
      created_at FROM act`);
  await db.$executeRawUnsafe(`
    INSERT INTO suspension (id, person_id, given_by_id, reason, starts_at, ends_at)
    SELECT gen_random_uuid(), ${id('9000', 'n % 5000')}, ${id('9000', 'n % 7')}, 'x', published_at, published_at + interval '3 days' FROM ${posts}`);
}

async function write(
  db: Database,
  kind: string,
  count: number,
  mark: string,
  audience: string,
): Promise<void> {
  await db.$executeRawUnsafe(`
    WITH made AS (
      INSERT INTO entry (id, kind, author_id, audience_id, state, language, published_at)
      SELECT ${id(mark, 'n')}, '${kind}', ${id('9000', 'n % 3000')}, ${audience}, 'published', 'en',
        timestamptz '2026-02-01' + n * interval '1 minute' FROM generate_series(1, ${count}) n
      RETURNING id, audience_id, author_id, published_at),
    bodies AS (
      INSERT INTO entry_body (entry_id, revision, language, source, html, written_by_id)
      SELECT id, 1, 'en', 'x', '<p>x</p>', author_id FROM made)
    INSERT INTO feed_item (id, kind, subject_id, audience_id, author_id, published_at, activity_at)
    SELECT id, '${kind}', id, audience_id, author_id, published_at, published_at FROM made`);
}

/** SQL: the id of the n-th thing of a kind, as the bench's company numbers its people and audiences. */
function id(mark: string, n: string): string {
  return `('00000000-0000-7000-${mark}-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
}
