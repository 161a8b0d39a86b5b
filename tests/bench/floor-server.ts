import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { createElement as h } from 'react';
import { renderToPipeableStream } from 'react-dom/server';

// The floor: the same feed with nothing around it. Plain `pg`, plain `http`, React's stream sent when all is ready; what
// it draws weighs what the page of the goal weighed (79 kB, shared/performance.md).
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
const COMMENTS = `SELECT c.thread_id, c.published_at, b.html, p.display_name, p.handle FROM unnest($1::uuid[]) t(id) CROSS JOIN LATERAL (
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
type Comment = Omit<Post, 'id'> & { thread_id: string };

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

const BUTTON =
  'inline-flex h-8 min-w-8 items-center justify-center gap-1.5 rounded-lg px-2 text-sm text-ink-soft hover:bg-wash';
const LINK = 'font-medium text-ink underline-offset-2 hover:underline focus-visible:outline-2';
const CARD = 'group rounded-xl border border-line bg-surface px-4 py-3 shadow-none focus-visible:outline-2';

/** What one can press under a post, each with its icon, its word and its name for those who hear it. */
const ACTIONS = ['Like', 'Celebrate', 'Support', 'Comment', 'Share', 'Save', 'More'];

function button(label: string) {
  return h(
    'button',
    { key: label, type: 'button', className: BUTTON, 'aria-label': label, title: label },
    h(
      'svg',
      { className: 'lucide size-4', 'aria-hidden': true, focusable: false, viewBox: '0 0 24 24' },
      h('use', { href: `/assets/icons.svg#${label}` }),
    ),
    h('span', { className: 'hidden sm:inline' }, label),
  );
}

function byline(name: string, handle: string, at: string) {
  return h(
    'header',
    { className: 'flex min-w-0 items-center gap-3' },
    h('span', { className: 'grid size-10 place-items-center rounded-full', 'aria-hidden': true }, name[0]),
    h('h3', { className: 'min-w-0 truncate' }, h('a', { href: `/people/${handle}`, className: LINK }, name)),
    h(
      'time',
      { dateTime: at, title: at, className: 'ml-auto shrink-0 text-sm text-ink-soft' },
      at.slice(0, 10),
    ),
  );
}

/** The feed as a page shows it: about 80 kB of html, like the page that the goal was measured with. */
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
          { key: post.id, id: post.id, className: CARD, tabIndex: 0 },
          byline(post.display_name, post.handle, post.published_at.toISOString()),
          h('div', { className: 'prose mt-2', dangerouslySetInnerHTML: { __html: post.html } }),
          h('div', { className: 'mt-2 flex flex-wrap items-center gap-1' }, ACTIONS.map(button)),
          h('p', { className: 'text-sm' }, counts.find((row) => row.thread_id === post.id)?.n ?? 0),
          comments
            .filter((comment) => comment.thread_id === post.id)
            .map((comment, index) =>
              h(
                'div',
                { key: index, className: 'mt-3 border-t border-line pt-3' },
                byline(comment.display_name, comment.handle, comment.published_at.toISOString()),
                h('div', { className: 'prose', dangerouslySetInnerHTML: { __html: comment.html } }),
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
