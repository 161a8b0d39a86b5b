import { entryReadable } from '#server/domain/conversation/entry.policy.ts';
import { moderatorIds } from '#server/domain/conversation/moderation/other-moderators.queries.ts';
import type { ActorGrant } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import { Prisma, type Role } from '#server/platform/database/schema.ts';

type Recipient = { personId: string; role: Role; grants: ActorGrant[] };

/** Of these persons, those with an active account who may read the entry now. One statement a hundred. */
export async function readersOfEntry(
  db: Database,
  entryId: string,
  personIds: readonly string[],
): Promise<string[]> {
  const people = await recipients(db, [...new Set(personIds)]);
  const readers: string[] = [];
  for (let from = 0; from < people.length; from += 100) {
    const checks = people.slice(from, from + 100).map(
      (person) => Prisma.sql`SELECT ${person.personId} AS id WHERE EXISTS (
        SELECT 1 FROM entry e WHERE e.id = ${entryId}::uuid AND ${entryReadable(person, 'e')})`,
    );
    const rows = await db.$queryRaw<{ id: string }[]>(Prisma.join(checks, ' UNION ALL '));
    readers.push(...rows.map((row) => row.id));
  }
  return readers;
}

async function recipients(db: Database, personIds: string[]): Promise<Recipient[]> {
  if (personIds.length === 0) return [];
  const accounts = await db.account.findMany({
    where: { personId: { in: personIds }, state: 'active', person: { erasedAt: null } },
    select: { personId: true, role: true },
  });
  return accounts.map((account) => ({ ...account, grants: [] }));
}

/** Whoever decides about reports: administrators, and persons with a mandate to moderate the whole company. */
export async function moderators(db: Database, now: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT m.person_id::text AS id FROM (${moderatorIds(now)}) m`;
  return rows.map((row) => row.id);
}
