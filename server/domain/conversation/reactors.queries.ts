import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { isUuid } from '#server/platform/ids.ts';
import { loadEntry } from './load-entry.ts';

/** A person with all their reactions to an entry. */
export type Reactor = { person: PersonRef; emoji: string[] };
export type ReactorsPage = { people: Reactor[]; next: string | null };

const PAGE = 50;

/** Who reacted to an entry that the actor may read, as an address book would list them; by keyset. */
export async function reactors(
  db: Database,
  actor: Actor,
  entryId: string,
  after: string | null,
): Promise<ReactorsPage> {
  const entry = await loadEntry(db, actor, entryId);
  const rows = await db.$queryRaw<Reactor[]>(reactorsSql(entry.id, after));
  const people = rows.slice(0, PAGE);
  return { people, next: rows.length > PAGE ? (people.at(-1)?.person.id ?? null) : null };
}

function reactorsSql(entryId: string, after: string | null): Prisma.Sql {
  const beyond =
    after && isUuid(after)
      ? Prisma.sql`AND (p.sort_name, p.id) > (SELECT l.sort_name, l.id FROM person l WHERE l.id = ${after}::uuid)`
      : Prisma.empty;
  return Prisma.sql`
    SELECT ${personRefJson('p')} AS person, r.emoji FROM (
      SELECT person_id, array_agg(emoji ORDER BY created_at, emoji) AS emoji FROM reaction
      WHERE entry_id = ${entryId}::uuid GROUP BY person_id) r
    JOIN person p ON p.id = r.person_id WHERE true ${beyond}
    ORDER BY p.sort_name, p.id LIMIT ${PAGE + 1}`;
}
