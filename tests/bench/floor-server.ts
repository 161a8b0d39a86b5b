import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { createElement as h } from 'react';
import { renderToPipeableStream } from 'react-dom/server';

// The floor: the same feed with nothing around it. Plain `pg`, plain `http`, React's stream sent when all is ready.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const FEED = `
  WITH stream AS MATERIALIZED (SELECT audience_id FROM subscription WHERE person_id = $1),
  head AS MATERIALIZED (
    SELECT stream.audience_id FROM stream CROSS JOIN LATERAL (
      SELECT f.published_at, f.id FROM feed_item f WHERE f.audience_id = stream.audience_id
      ORDER BY f.published_at DESC, f.id DESC LIMIT 1) h ORDER BY h.published_at DESC, h.id DESC LIMIT 21)
  SELECT i.subject_id FROM head CROSS JOIN LATERAL (
    SELECT f.subject_id, f.published_at, f.id FROM feed_item f WHERE f.audience_id = head.audience_id
    ORDER BY f.published_at DESC, f.id DESC LIMIT 21) i ORDER BY i.published_at DESC, i.id DESC LIMIT 21`;
const POSTS = `SELECT e.id, e.published_at, b.html, p.display_name, p.handle FROM entry e
  JOIN entry_body b ON b.entry_id = e.id JOIN person p ON p.id = e.author_id WHERE e.id = ANY($1)`;
const COMMENTS = `SELECT c.thread_id, b.html, p.display_name FROM unnest($1::uuid[]) t(id) CROSS JOIN LATERAL (
  SELECT * FROM entry WHERE thread_id = t.id ORDER BY published_at DESC LIMIT 2) c
  JOIN entry_body b ON b.entry_id = c.id JOIN person p ON p.id = c.author_id`;
const COUNTS = 'SELECT thread_id, count(*)::int AS n FROM entry WHERE thread_id = ANY($1) GROUP BY 1';
const ENTRY = `INSERT INTO entry (id, kind, author_id, audience_id, state, language, published_at)
  VALUES ($1, 'post', $2, $3, 'published', 'en', now())`;
const BODY = `INSERT INTO entry_body (entry_id, revision, language, source, html, written_by_id) VALUES ($1, 1, 'en', $2, $2, $3)`;
const ITEM = `INSERT INTO feed_item (id, kind, subject_id, audience_id, author_id, published_at, activity_at)
  VALUES ($1, 'post', $2, $3, $4, now(), now())`;
const EVENT = `INSERT INTO outbox_event (id, type, payload, done_at) VALUES ($1, 'floor.posted', $2, now())`;

type Post = { id: string; published_at: Date; html: string; display_name: string; handle: string };
type Comment = { thread_id: string; html: string; display_name: string };

async function feed() {
  const { rows } = await pool.query<{ subject_id: string }>(FEED, [process.env.READER_ID]);
  const ids = rows.map((row) => row.subject_id);
  const [posts, comments, counts] = await Promise.all([
    pool.query<Post>(POSTS, [ids]),
    pool.query<Comment>(COMMENTS, [ids]),
    pool.query<{ thread_id: string; n: number }>(COUNTS, [ids]),
  ]);
  return { posts: posts.rows, comments: comments.rows, counts: counts.rows };
}

function page({ posts, comments, counts }: Awaited<ReturnType<typeof feed>>) {
  return h(
    'html',
    null,
    h(
      'body',
      null,
      posts.map((post) =>
        h(
          'article',
          { key: post.id },
          h('h3', null, h('a', { href: `/people/${post.handle}` }, post.display_name)),
          h('time', null, post.published_at.toISOString()),
          h('div', { dangerouslySetInnerHTML: { __html: post.html } }),
          h('p', null, counts.find((row) => row.thread_id === post.id)?.n ?? 0),
          comments
            .filter((comment) => comment.thread_id === post.id)
            .map((comment, index) =>
              h(
                'div',
                { key: index },
                comment.display_name,
                h('div', { dangerouslySetInnerHTML: { __html: comment.html } }),
              ),
            ),
        ),
      ),
    ),
  );
}

/** What a post cannot do without, in one durable transaction. */
async function post(audienceId: string, body: string): Promise<void> {
  const [id, item, event] = [randomUUID(), randomUUID(), randomUUID()];
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(ENTRY, [id, process.env.READER_ID, audienceId]);
    await client.query(BODY, [id, body, process.env.READER_ID]);
    await client.query(ITEM, [item, id, audienceId, process.env.READER_ID]);
    await client.query(EVENT, [event, JSON.stringify({ entryId: id })]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

http
  .createServer(async (request, response) => {
    if (request.method === 'POST') {
      const audience = new URL(request.url ?? '', 'http://floor').searchParams.get('audience') ?? '';
      await post(audience, await text(request));
      response.end();
      return;
    }
    const data = await feed();
    if (request.url === '/data') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(data));
      return;
    }
    response.setHeader('content-type', 'text/html');
    const stream = renderToPipeableStream(page(data), {
      onAllReady: () => stream.pipe(new PassThrough()).pipe(response),
    });
  })
  .listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
