import { loadEntryFor } from '#server/domain/conversation/load-entry.ts';
import { writeEntry } from '#server/domain/conversation/write-entry.ts';
import { writeOnce } from '#server/domain/conversation/write-once.ts';
import { attachFiles } from '#server/domain/files/attach-files.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { awayUntil } from '#server/domain/people/absence.queries.ts';
import { answerTimes } from '#server/domain/people/answer-times.ts';
import { holders, today } from '#server/domain/projects/project-holders.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { parseInput } from '#server/platform/parse-input.ts';
import { type StatusQuestionInput, statusQuestionSchema } from './question.schema.ts';

/**
 * Asks a question on a status: a comment that waits for an answer, due in the working hours of whoever answers: the
 * lead, or the deputy while the lead is away. Throws not_found, forbidden, conflict (nobody to ask), invalid.
 */
export async function askOnStatus(
  parts: Parts,
  actor: Actor,
  statusId: string,
  input: StatusQuestionInput,
): Promise<{ id: string }> {
  const asking = parseInput(statusQuestionSchema, input);
  return writeOnce(parts, actor, { ...asking, statusId }, async (tx, idempotencyKey) => {
    const status = await loadEntryFor(tx, actor, statusId, 'comment');
    const asked = await whoAnswers(tx, today(parts.clock, actor), status.id, actor.personId);
    if (!asked) throw new AppError('conflict', { message: 'projects.nobodyToAsk' });
    const times = await answerTimes({ db: tx }, asked.answererId, parts.clock.now());
    const question = await writeEntry(tx, parts, actor, {
      kind: 'comment',
      audienceId: status.audienceId,
      threadId: status.id,
      text: asking.text,
      intent: 'call_to_act',
      idempotencyKey,
    });
    await attachFiles(tx, actor, question.id, asking.attachments);
    await tx.question.create({ data: { entryId: question.id, ...asked, ...times } });
    const follow = { personId: actor.personId, entryId: status.id };
    await tx.follow.createMany({ data: [follow], skipDuplicates: true });
    await parts.events.publish(tx, {
      type: 'question.asked',
      entryId: question.id,
      authorId: actor.personId,
    });
    return question.id;
  });
}

/** The lead; the deputy while the lead is away or asks themselves. Null for anything but a status. */
async function whoAnswers(
  tx: Tx,
  day: string,
  statusId: string,
  askerId: string,
): Promise<{ askedOfId: string; answererId: string } | null> {
  const rows = await tx.$queryRaw<{ role: string; personId: string }[]>(Prisma.sql`
    SELECT h.role, h.person_id::text AS "personId" FROM status_update s
    JOIN ${holders(day)} h ON h.project_id = s.project_id AND h.role IN ('lead', 'deputy')
    WHERE s.entry_id = ${statusId}::uuid AND h.person_id <> ${askerId}::uuid
    ORDER BY h.role = 'lead' DESC, h.person_id`);
  const [first] = rows;
  if (!first) return null;
  const away = await awayUntil(
    tx,
    rows.map((row) => row.personId),
    new Date(`${day}T00:00:00.000Z`),
  );
  const present = rows.find((row) => !away.has(row.personId)) ?? first;
  return { askedOfId: first.personId, answererId: present.personId };
}
