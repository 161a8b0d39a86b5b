import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { fromKey, type Key, toKey } from './keyset.ts';

export const QUESTIONS_PAGE = 20;

/** The keys of a page and where the next one begins. */
export type QuestionKeys = { ids: string[]; next: string | null };

/** Questions on boards that wait for the actor's answer, the most urgent first. */
export async function questionsForMe(
  db: Database,
  actor: Actor,
  after: string | null,
): Promise<QuestionKeys> {
  const key = fromKey(after);
  const beyond = key ? Prisma.sql`AND (q.due_at, q.entry_id) > (${key.at}, ${key.id}::uuid)` : Prisma.empty;
  const rows = await db.$queryRaw<Key[]>(Prisma.sql`
    SELECT q.entry_id::text AS id, q.due_at AS at FROM question q
    JOIN entry e ON e.id = q.entry_id AND e.state = 'published' AND e.kind = 'pin'
    WHERE q.answerer_id = ${actor.personId}::uuid AND q.state = 'open' ${beyond}
    ORDER BY q.due_at, q.entry_id LIMIT ${QUESTIONS_PAGE + 1}`);
  return pageOf(rows);
}

/** What the actor has asked on boards, the newest first. */
export async function questionsByMe(db: Database, actor: Actor, after: string | null): Promise<QuestionKeys> {
  const key = fromKey(after);
  const beyond = key ? Prisma.sql`AND (e.published_at, e.id) < (${key.at}, ${key.id}::uuid)` : Prisma.empty;
  const rows = await db.$queryRaw<Key[]>(Prisma.sql`
    SELECT e.id::text, e.published_at AS at FROM entry e JOIN question q ON q.entry_id = e.id
    WHERE e.author_id = ${actor.personId}::uuid AND e.kind = 'pin' AND e.state IN ('published', 'hidden') ${beyond}
    ORDER BY e.published_at DESC, e.id DESC LIMIT ${QUESTIONS_PAGE + 1}`);
  return pageOf(rows);
}

function pageOf(rows: Key[]): QuestionKeys {
  const page = rows.slice(0, QUESTIONS_PAGE);
  const last = page.at(-1);
  return {
    ids: page.map((row) => row.id),
    next: rows.length > QUESTIONS_PAGE && last ? toKey(last) : null,
  };
}
