import type { Parts } from '#server/domain/parts.ts';
import { answerTimes } from '#server/domain/people/answer-times.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { EntryKind } from '#server/platform/database/schema.ts';

/** A question that waits longer than it should. */
export type LateQuestion = {
  entryId: string;
  /** The status it was asked on; null for a pin. */
  threadId: string | null;
  askerId: string;
  askedOfId: string;
  answererId: string;
};

export type FollowUpRules = {
  /** Which questions: pins, or comments on a status. */
  kind: EntryKind;
  /** Who else could answer now; null where nobody could. */
  deputyFor: (tx: Tx, question: LateQuestion) => Promise<string | null>;
};

type FollowUpParts = Pick<Parts, 'db' | 'events' | 'clock'>;

/** Late questions in one run; the next goes on. */
const MOST = 50;

/**
 * Looks after questions nobody has answered: at half time the one who answers is reminded, once the time is over the
 * deputy gets it with as much time again (without a deputy, the same person), and what is still open then has expired.
 * Each of it once; after hours in which no process ran, nothing is skipped.
 */
export async function followUpQuestions(parts: FollowUpParts, rules: FollowUpRules): Promise<void> {
  await remind(parts, rules);
  await expire(parts, rules);
  await escalate(parts, rules);
}

async function remind({ events, clock }: FollowUpParts, { kind }: FollowUpRules): Promise<void> {
  const now = clock.now();
  await events.transaction(async (tx) => {
    const reminded = await tx.$queryRaw<{ entryId: string; personId: string }[]>`
      UPDATE question q SET remind_at = NULL FROM entry e
      WHERE q.state = 'open' AND q.remind_at <= ${now} AND q.due_at > ${now}
        AND e.id = q.entry_id AND e.kind = ${kind}::entry_kind AND e.state = 'published'
      RETURNING q.entry_id::text AS "entryId", q.answerer_id::text AS "personId"`;
    await events.publishAll(
      tx,
      reminded.map((one) => ({ type: 'question.reminded' as const, ...one })),
    );
  });
}

async function expire({ events, clock }: FollowUpParts, { kind }: FollowUpRules): Promise<void> {
  const now = clock.now();
  await events.transaction(async (tx) => {
    const expired = await tx.$queryRaw<{ entryId: string }[]>`
      UPDATE question q SET state = 'expired', closed_at = ${now} FROM entry e
      WHERE q.state = 'open' AND q.due_at <= ${now} AND q.escalated_at IS NOT NULL
        AND e.id = q.entry_id AND e.kind = ${kind}::entry_kind AND e.state = 'published'
      RETURNING q.entry_id::text AS "entryId"`;
    await events.publishAll(
      tx,
      expired.map((one) => ({ type: 'question.changed' as const, ...one, state: 'expired' as const })),
    );
  });
}

async function escalate(parts: FollowUpParts, { kind, deputyFor }: FollowUpRules): Promise<void> {
  const { db, events, clock } = parts;
  const now = clock.now();
  await events.transaction(async (tx) => {
    const late = await tx.$queryRaw<LateQuestion[]>`
      SELECT q.entry_id::text AS "entryId", e.thread_id::text AS "threadId", e.author_id::text AS "askerId",
        q.asked_of_id::text AS "askedOfId", q.answerer_id::text AS "answererId"
      FROM question q JOIN entry e ON e.id = q.entry_id AND e.kind = ${kind}::entry_kind AND e.state = 'published'
      WHERE q.state = 'open' AND q.due_at <= ${now} AND q.escalated_at IS NULL
      ORDER BY q.due_at, q.entry_id LIMIT ${MOST} FOR UPDATE OF q SKIP LOCKED`;
    // One by one: each has a deputy and working hours of its own, and few are ever late at once.
    for (const question of late) {
      const personId = (await deputyFor(tx, question)) ?? question.answererId;
      const times = await answerTimes({ db }, personId, now);
      const { entryId } = question;
      const data = { answererId: personId, escalatedAt: now, dueAt: times.dueAt, remindAt: null };
      const handedOn = personId === question.answererId ? {} : { forwardedById: null, proposedToId: null };
      await tx.question.update({ where: { entryId }, data: { ...data, ...handedOn } });
      await events.publish(
        tx,
        personId === question.answererId
          ? { type: 'question.reminded', entryId, personId }
          : { type: 'question.escalated', entryId, personId },
      );
    }
  });
}
