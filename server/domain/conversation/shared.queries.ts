import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import type { Language } from '#server/platform/database/schema.ts';
import { entryReadable } from './entry.policy.ts';

/** The post that another one passes on, for who may read it. */
export type SharedView = {
  id: string;
  author: PersonRef;
  office: string | null;
  /** Whom it speaks for. */
  behalfOf?: PersonRef;
  at: string;
  language: Language;
  /** Mentions not resolved yet. */
  html: string;
};

type Row = Omit<SharedView, 'at' | 'behalfOf'> & { published_at: Date; behalf_of: PersonRef | null };

/** Of these entries, those that the actor may read today, by id; hidden ones are nobody's to pass on. One statement. */
export async function sharedViews(
  db: Database | Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, SharedView>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.id::text, ${personRefJson('a')} AS author,
      CASE ${actor.language}::text WHEN 'de' THEN o.name_de ELSE o.name_en END AS office,
      CASE WHEN bo.id IS NOT NULL THEN ${personRefJson('bo')} END AS behalf_of, e.published_at, b.language, b.html
    FROM entry e JOIN person a ON a.id = e.author_id LEFT JOIN office o ON o.id = e.office_id
    LEFT JOIN person bo ON bo.id = e.behalf_of_id
    JOIN LATERAL (
      SELECT eb.language, eb.html FROM entry_body eb WHERE eb.entry_id = e.id AND eb.revision = e.revision
      ORDER BY (eb.language = ${actor.language}::language) DESC, (eb.language = e.language) DESC LIMIT 1) b ON true
    WHERE e.id = ANY(${[...ids]}::uuid[]) AND e.state = 'published' AND ${entryReadable(actor, 'e')}`;
  return new Map(
    rows.map(({ published_at, behalf_of, ...row }) => [
      row.id,
      { ...row, ...(behalf_of && { behalfOf: behalf_of }), at: published_at.toISOString() },
    ]),
  );
}
