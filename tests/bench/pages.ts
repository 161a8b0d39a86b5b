import { randomUUID } from 'node:crypto';
import type { Database } from '#server/platform/database/client.ts';
import { A_NAME, COMMON_WORD, RARE_WORD } from './vocabulary.ts';

type Post = { subjectId: string; audienceId: string };

/** What a running server is asked for, by the row that says how it answered: an address, given the newest post. */
export const PAGES = {
  'page/feed': () => '/',
  'data/feed': () => '/_root.data',
  'page/feed-unread': () => '/?order=unread',
  'page/feed-audience': ({ audienceId }: Post) => `/?audience=${audienceId}`,
  'page/feed-activity': () => '/?order=activity',
  'page/permalink': ({ subjectId }: Post) => `/posts/${subjectId}`,
  'page/search': () => `/search?q=${encodeURIComponent(A_NAME)}`,
  'page/search-rare': () => `/search?q=${RARE_WORD}`,
  'page/search-common': () => `/search?q=${COMMON_WORD}`,
};
export type PageRow = keyof typeof PAGES;

/** Its newest post. */
export function newestPost(db: Database): Promise<Post> {
  return db.feedItem.findFirstOrThrow({ where: { kind: 'post' }, orderBy: { id: 'desc' } });
}

/** How new posts are sent to the app: to an audience that the reader may write to, each with a key of its own. */
export async function newPosts(db: Database, origin: string) {
  const { audienceId } = await db.feedItem.findFirstOrThrow({ orderBy: { id: 'asc' } });
  const text = 'The night shift left the press at 82 degrees; please look before you start it.';
  return {
    audienceId,
    address: '/_root.data?index',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    body: () => String(new URLSearchParams({ text, audienceId, idempotencyKey: randomUUID() })),
  };
}
