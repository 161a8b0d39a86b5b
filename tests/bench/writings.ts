import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Database } from '#server/platform/database/client.ts';
import { FAMILY_NAMES, GIVEN_NAMES, RARE_WORD, SENTENCES, WORDS } from './vocabulary.ts';

/** Posts that hold the rare word. */
const RARE = 10;

/** SQL: the id of the `n`-th thing of a kind. */
const id = (kind: string, n: string) =>
  `('00000000-0000-7000-${kind}-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
/** SQL: the number of a sentence for the `n`-th thing, another at each `place`; 0 is none. */
const pick = (n: string, place: number) => `1 + (hashint8extended(${n}, ${place}) & ${SENTENCES.length - 1})`;
/** SQL: one of 65,536 words like part numbers. */
const part = (n: string) =>
  `'zz' || translate(lpad(to_hex(hashint8extended(${n}, 9) & 65535), 4, '0'), '0123456789abcdef', 'bcdfghjklmnpqrst')`;

/** The sentences by number, with their words as the index of searches holds them: ten times less work than text by text. */
const WITH_SENTENCES = `WITH sentence AS MATERIALIZED (
  SELECT n, text, to_tsvector('simple', text) AS plain, to_tsvector('german', lower(text)) AS german,
    to_tsvector('english', lower(text)) AS english
  FROM unnest($1::text[]) WITH ORDINALITY AS s(text, n) UNION ALL SELECT 0, NULL, '', '', '')`;
const SENTENCES_OF_TEXT = `JOIN sentence s1 ON s1.n = t.first JOIN sentence s2 ON s2.n = t.second JOIN sentence s3 ON s3.n = t.third`;

/** Posts of all people in all units, three a minute, and a comment on every third. */
export async function writePosts(db: Database, posts: number): Promise<void> {
  await db.$executeRawUnsafe(`
    INSERT INTO entry (id, kind, author_id, audience_id, state, language, published_at, created_at)
    SELECT ${id('a000', 'g.i')}, 'post', p.id, a.id, 'published', 'en', timestamptz '2026-01-01' + g.i * interval '20 seconds', now()
    FROM generate_series(1, ${posts}) g(i)
    JOIN bench_audience a ON a.n = g.i % (SELECT count(*) FROM bench_audience)
    JOIN bench_person p ON p.n = (g.i::bigint * 7919) % (SELECT count(*) FROM bench_person) ORDER BY g.i`);
  await db.$executeRawUnsafe(`
    INSERT INTO feed_item (id, kind, subject_id, audience_id, author_id, published_at, activity_at)
    SELECT id, 'post', id, audience_id, author_id, published_at, published_at FROM entry ORDER BY id`);
  await db.$executeRawUnsafe(`
    INSERT INTO entry (id, kind, author_id, audience_id, thread_id, state, language, published_at, created_at)
    SELECT ${id('a800', 'g.i')}, 'comment', e.author_id, e.audience_id, e.id, 'published', 'en', e.published_at + interval '1 hour', now()
    FROM generate_series(3, ${posts}, 3) g(i) JOIN entry e ON e.id = ${id('a000', 'g.i')} ORDER BY g.i`);
  await db.$executeRawUnsafe(`
    CREATE TABLE bench_text AS
    SELECT ${id('a000', 'g.i')} AS entry_id, ${pick('g.i', 1)} AS first, ${pick('g.i', 2)} AS second, ${pick('g.i', 3)} AS third,
      concat_ws(' ', CASE WHEN g.i % 3 = 1 THEN ${part('g.i')} END,
        CASE WHEN (g.i + 1) % ${Math.ceil(posts / RARE)} = 0 THEN '${RARE_WORD}' END) AS rest
    FROM generate_series(1, ${posts}) g(i)
    UNION ALL SELECT ${id('a800', 'g.i')}, ${pick('g.i', 4)}, 0, 0, '' FROM generate_series(3, ${posts}, 3) g(i)`);
  await db.$executeRawUnsafe(
    `${WITH_SENTENCES}
    INSERT INTO entry_body (entry_id, revision, language, source, html, written_by_id)
    SELECT e.id, 1, 'en', b.source, '<p>' || b.source || '</p>', e.author_id
    FROM bench_text t JOIN entry e ON e.id = t.entry_id ${SENTENCES_OF_TEXT}
    CROSS JOIN LATERAL (SELECT concat_ws(' ', s1.text, s2.text, s3.text, NULLIF(t.rest, '')) AS source) b`,
    SENTENCES,
  );
}

/** The documents of all people and all that was written, as the search engine writes them (`company.test.ts`). */
export async function fillSearch(db: Database): Promise<void> {
  await db.$executeRawUnsafe(`
    INSERT INTO search_document (kind, subject_id, audience_id, open, title, title_folded, body, body_folded, words)
    SELECT 'person', id, '${EVERYONE_AUDIENCE_ID}', true, display_name, name, '', '', setweight(to_tsvector('simple', name), 'A')
      || setweight(to_tsvector('german', name) || to_tsvector('english', name), 'D')
    FROM person CROSS JOIN LATERAL (SELECT lower(display_name) AS name) folded`);
  await db.$executeRawUnsafe(
    `${WITH_SENTENCES}
    INSERT INTO search_document (kind, subject_id, audience_id, open, title, title_folded, body, body_folded, thread_kind, author_id, unit_id, at, words)
    SELECT 'post', e.id, e.audience_id, a.open, '', '', b.source, lower(replace(b.source, '.', '')), 'post', e.author_id, u.id, e.published_at,
      setweight(s1.plain || s2.plain || s3.plain || to_tsvector('simple', t.rest), 'C')
      || setweight((s1.german || s2.german || s3.german || to_tsvector('german', t.rest))
        || (s1.english || s2.english || s3.english || to_tsvector('english', t.rest)), 'D')
    FROM bench_text t JOIN entry e ON e.id = t.entry_id JOIN entry_body b ON b.entry_id = e.id
    JOIN audience a ON a.id = e.audience_id LEFT JOIN org_unit u ON u.audience_id = a.id ${SENTENCES_OF_TEXT}`,
    SENTENCES,
  );
  await db.$executeRawUnsafe(
    `INSERT INTO search_word
    SELECT lower(word) FROM unnest($1::text[]) word WHERE length(word) >= 4
    UNION SELECT split_part(rest, ' ', 1) FROM bench_text WHERE rest LIKE 'zz%'`,
    [...WORDS, ...GIVEN_NAMES, ...FAMILY_NAMES, RARE_WORD, 'bench', 'reader'],
  );
  await db.$executeRawUnsafe('DROP TABLE bench_text');
}
