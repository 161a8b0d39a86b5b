import { entryReadable } from '#server/domain/conversation/entry.policy.ts';
import { addressOfEntry } from '#server/domain/conversation/entry-address.ts';
import { plainText, withNames } from '#server/domain/conversation/plain-text.ts';
import { resolveMentions } from '#server/domain/conversation/render-body.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { fromKey, type Key, toKey } from './keyset.ts';
import { answerReadable, sharedWith } from './shared-answer.policy.ts';
import type { SharedAnswer, SharedAnswerPage, Words } from './shared-answer.view.ts';

export const SHARED_PAGE = 20;

type Row = {
  id: string;
  asker: PersonRef;
  answerer: PersonRef;
  owner: string;
  question: Words;
  answer: Words;
  mentioned: PersonRef[] | null;
  closed_at: Date;
  shared: boolean;
  hangs: boolean;
};

/** The answered questions behind `ids` that the actor may read, by id; one statement however many. */
export async function sharedAnswers(
  db: Database,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, SharedAnswer>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT q.entry_id::text AS id, ${personRefJson('asker')} AS asker, ${personRefJson('answerer')} AS answerer, owner.handle AS owner,
      ${wordsOf(actor, 'e')} AS question, ${wordsOf(actor, 'a')} AS answer, COALESCE(q.closed_at, a.published_at) AS closed_at,
      (SELECT json_agg(${personRefJson('mp')}) FROM mention m JOIN person mp ON mp.id = m.person_id
        WHERE m.entry_id IN (e.id, a.id)) AS mentioned,
      ${sharedWith(actor)} AS shared, ${entryReadable(actor, 'e')} AS hangs
    FROM question q JOIN pin p ON p.entry_id = q.entry_id JOIN person owner ON owner.id = p.owner_id
    JOIN entry e ON e.id = q.entry_id JOIN person asker ON asker.id = e.author_id
    JOIN entry a ON a.id = q.answer_id JOIN person answerer ON answerer.id = a.author_id
    WHERE q.entry_id = ANY(${[...ids]}::uuid[]) AND ${answerReadable(actor)}`);
  return new Map(rows.map((row) => [row.id, present(actor, row)]));
}

/** SQL: the body of an entry in the reader's language, or the original, as {@link Words}. */
function wordsOf(actor: Actor, alias: string): Prisma.Sql {
  const e = Prisma.raw(alias);
  return Prisma.sql`(SELECT json_build_object('html', b.html, 'text', b.source, 'language', b.language) FROM entry_body b
    WHERE b.entry_id = ${e}.id AND b.revision = ${e}.revision
    ORDER BY (b.language = ${actor.language}::language) DESC, (b.language = ${e}.language) DESC LIMIT 1)`;
}

function present(actor: Actor, row: Row): SharedAnswer {
  const people = new Map((row.mentioned ?? []).map((person) => [person.id, person]));
  const named = ({ language, html, text }: Words): Words => ({
    language,
    html: resolveMentions(html, people),
    text: withNames(plainText(text), people),
  });
  const pin = row.hangs
    ? addressOfEntry({ id: row.id, threadId: null, boardOf: row.owner, projectOf: null })
    : null;
  return {
    id: row.id,
    asker: row.asker,
    answerer: row.answerer,
    question: named(row.question),
    answer: named(row.answer),
    at: row.closed_at.toISOString(),
    mine: [row.asker.id, row.answerer.id].includes(actor.personId),
    shared: row.shared,
    pin,
    to: pin ?? `/questions/${row.id}`,
  };
}

/** What is frequently asked: a page of shared answers, the newest first, by keyset. */
export async function sharedAnswerPage(
  db: Database,
  actor: Actor,
  after: string | null,
): Promise<SharedAnswerPage> {
  const keys = await db.$queryRaw<Key[]>(sharedKeysSql(after));
  const page = keys.slice(0, SHARED_PAGE);
  const found = await sharedAnswers(
    db,
    actor,
    page.map((key) => key.id),
  );
  const last = page.at(-1);
  return {
    answers: page.flatMap((key) => found.get(key.id) ?? []).filter((answer) => answer.shared),
    next: keys.length > SHARED_PAGE && last ? toKey(last) : null,
  };
}

// Policy takes away the few that were hidden since: a page may be shorter for it, and the list still ends where it ends.
function sharedKeysSql(after: string | null): Prisma.Sql {
  const key = fromKey(after);
  const beyond = key
    ? Prisma.sql`AND (q.shared_at, q.entry_id) < (${key.at}, ${key.id}::uuid)`
    : Prisma.empty;
  return Prisma.sql`
    SELECT q.entry_id::text AS id, q.shared_at AS at FROM question q
    WHERE q.shared_at IS NOT NULL AND q.state = 'answered' ${beyond}
    ORDER BY q.shared_at DESC, q.entry_id DESC LIMIT ${SHARED_PAGE + 1}`;
}
