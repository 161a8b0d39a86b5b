import { readable } from '#server/domain/audience/audience.policy.ts';
import { entryReadable } from '#server/domain/conversation/entry.policy.ts';
import { addressOfEntry } from '#server/domain/conversation/entry-address.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import { awaitedAt } from '#server/domain/projects/cadence/awaited.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import type { Owed } from './project.view.ts';
import { holders, today } from './project-holders.ts';

const MOST = 100;

/**
 * What the actor owes, for the actor alone: statuses of projects they lead (or, once overdue, deputise for), the ones
 * due within a week included, and open questions that they answer.
 */
export async function owedBy(parts: Parts, actor: Actor): Promise<Owed> {
  const now = parts.clock.now();
  const soon = new Date(now.getTime() + 7 * 86_400_000);
  const [statuses, questions] = await Promise.all([
    parts.db.$queryRaw<StatusRow[]>(Prisma.sql`
      SELECT p.slug, p.name, p.status_due_at AS "statusDueAt", p.status_overdue_at AS "statusOverdueAt",
        array_agg(h.role ORDER BY h.role DESC) AS roles
      FROM ${holders(today(parts.clock, actor))} h JOIN project p ON p.id = h.project_id
      WHERE h.person_id = ${actor.personId}::uuid AND p.status_due_at <= ${soon}
        AND (h.role = 'lead' OR (h.role = 'deputy' AND p.status_overdue_at <= ${now}))
        AND ${readable(actor, Prisma.sql`p.audience_id`)}
      GROUP BY p.id ORDER BY p.status_due_at, p.id LIMIT ${MOST}`),
    parts.db.$queryRaw<QuestionRow[]>(Prisma.sql`
      SELECT e.id::text, e.thread_id::text AS "threadId", q.due_at AS "dueAt", ${personRefJson('a')} AS asker,
        o.handle AS "boardOf", pr.slug AS "projectOf", pr.name AS project
      FROM question q JOIN entry e ON e.id = q.entry_id AND e.state = 'published' AND ${entryReadable(actor, 'e')}
      JOIN person a ON a.id = e.author_id
      LEFT JOIN pin ON pin.entry_id = e.id LEFT JOIN person o ON o.id = pin.owner_id
      LEFT JOIN status_update s ON s.entry_id = e.thread_id LEFT JOIN project pr ON pr.id = s.project_id
      WHERE q.answerer_id = ${actor.personId}::uuid AND q.state = 'open'
      ORDER BY q.due_at, e.id LIMIT ${MOST}`),
  ]);
  return {
    statuses: statuses.flatMap((row) => {
      const awaited = awaitedAt(row, now);
      return awaited ? [{ slug: row.slug, name: row.name, asLead: row.roles.includes('lead'), awaited }] : [];
    }),
    questions: questions.map(({ asker, project, dueAt, ...entry }) => ({
      id: entry.id,
      to: addressOfEntry(entry),
      asker,
      project,
      dueAt: dueAt.toISOString(),
      late: dueAt < now,
    })),
  };
}

type StatusRow = {
  slug: string;
  name: string;
  statusDueAt: Date | null;
  statusOverdueAt: Date | null;
  roles: string[];
};

type QuestionRow = {
  id: string;
  threadId: string | null;
  dueAt: Date;
  asker: PersonRef;
  boardOf: string | null;
  projectOf: string | null;
  project: string | null;
};
