import { entryReadable } from '#server/domain/conversation/entry.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Parts } from '#server/domain/parts.ts';
import { mayAnswer, mayDecline } from '#server/domain/projects/project.policy.ts';
import type { StatusQuestion } from '#server/domain/projects/project.view.ts';
import { Prisma, type QuestionState } from '#server/platform/database/schema.ts';
import { isUuid } from '#server/platform/ids.ts';

type Row = {
  id: string;
  asker: PersonRef;
  answerer: PersonRef;
  askedOfId: string;
  answererId: string;
  state: QuestionState;
  dueAt: Date;
  answerId: string | null;
};

/**
 * The questions on a status, those that wait first, each group oldest first. That one is late is told only to those who
 * wait and who answer: lateness watches people. To everybody else, one that has expired is open.
 */
export async function questionsOn(parts: Parts, actor: Actor, statusId: string): Promise<StatusQuestion[]> {
  if (!isUuid(statusId)) return [];
  const now = parts.clock.now();
  const rows = await parts.db.$queryRaw<Row[]>(Prisma.sql`
    SELECT e.id::text, ${personRefJson('a')} AS asker, ${personRefJson('w')} AS answerer,
      q.asked_of_id::text AS "askedOfId", q.answerer_id::text AS "answererId", q.state::text, q.due_at AS "dueAt",
      (SELECT w.id::text FROM entry w WHERE w.id = q.answer_id AND w.state = 'published') AS "answerId"
    FROM entry e JOIN question q ON q.entry_id = e.id
    JOIN person a ON a.id = e.author_id JOIN person w ON w.id = q.answerer_id
    WHERE e.thread_id = ${statusId}::uuid AND e.state = 'published' AND ${entryReadable(actor, 'e')}
    ORDER BY q.state <> 'open', e.published_at, e.id LIMIT 50`);
  return rows.map(({ dueAt, ...row }) => {
    const concerned = [row.asker.id, row.askedOfId, row.answererId].includes(actor.personId);
    const open = row.state === 'open' || (row.state === 'expired' && !concerned);
    return {
      id: row.id,
      state: open ? 'open' : row.state,
      answerId: row.answerId,
      asker: row.asker,
      answerer: row.answerer,
      dueAt: open && (dueAt > now || concerned) ? dueAt.toISOString() : null,
      mayAnswer: mayAnswer(actor, row),
      mayDecline: mayDecline(actor, row),
    };
  });
}
