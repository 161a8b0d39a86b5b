import { mentionsIn, withNames } from '#server/domain/conversation/plain-text.ts';
import { personRefs } from '#server/domain/identity/person-ref.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { type Language, Prisma } from '#server/platform/database/schema.ts';

/** A short text beside a status, and the language it is in: the reader's where it was written in it. */
export type Words = { text: string; language: Language };

export type StatusWords = { slipReason: Words | null; blockers: Words | null; helpWanted: Words | null };

type Column = 'slip_reason' | 'blockers' | 'help_wanted';

/** SQL: the other language's words `w` of a status `s` (entry `e`), where the reader's is not the original's. */
export function translated(reader: Language): Prisma.Sql {
  return Prisma.sql`LEFT JOIN status_translation w ON w.entry_id = s.entry_id
    AND w.language = ${reader}::language AND w.language <> e.language`;
}

/**
 * SQL: the words of a column as {@link Words}, theirs or else the original; null where there are none, or where a
 * moderator has hidden them. Wants {@link translated} beside `s` and `e`.
 */
export function words(column: Column): Prisma.Sql {
  const name = Prisma.raw(column);
  return Prisma.sql`CASE WHEN e.state = 'published' AND s.${name} IS NOT NULL THEN
    json_build_object('text', COALESCE(w.${name}, s.${name}), 'language', CASE WHEN w.${name} IS NULL THEN e.language ELSE w.language END) END`;
}

/** Puts today's names where words mention somebody; one query for all of them, none where nobody is mentioned. */
export async function nameMentioned<T extends Pick<StatusWords, 'helpWanted'>>(
  db: Database | Tx,
  statuses: Iterable<T>,
): Promise<void> {
  const naming = [...statuses].filter(
    ({ helpWanted }) => helpWanted && mentionsIn(helpWanted.text).length > 0,
  );
  if (naming.length === 0) return;
  const ids = naming.flatMap(({ helpWanted }) => mentionsIn(helpWanted?.text ?? ''));
  // The day tells who is away, which is not shown here.
  const people = await personRefs(db, ids, new Date(0));
  for (const status of naming) {
    if (status.helpWanted) status.helpWanted.text = withNames(status.helpWanted.text, people);
  }
}
