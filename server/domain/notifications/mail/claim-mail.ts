import type { Database } from '#server/platform/database/client.ts';
import type { MailState, MailWay } from '#server/platform/database/schema.ts';

/** What one process has taken upon itself to tell one person, in one mail. */
export type Claim = { personId: string; due: { way: MailWay; slot: string; attempts: number }[] };

/** Somebody who is "being sent to" for longer than this, in milliseconds, was left behind by a crash. */
const LEFT_BEHIND_MS = 15 * 60_000;

/** Persons for whom something is due, longest waiting first. */
export async function personsDue(db: Database, now: Date, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT person_id::text AS id FROM mail_due WHERE state = 'waiting' AND due_at <= ${now}
    GROUP BY person_id ORDER BY min(due_at), person_id LIMIT ${limit}`;
  return rows.map((row) => row.id);
}

/**
 * Takes everything that is due for a person. The claim is committed before a mail is handed over, so that of two
 * processes one gets it, and a crash never leads to a second mail. Null where another process was faster.
 */
export async function claimMail(db: Database, personId: string, now: Date): Promise<Claim | null> {
  const due = await db.$queryRaw<Claim['due']>`
    UPDATE mail_due SET state = 'sending', claimed_at = ${now}
    WHERE person_id = ${personId}::uuid AND state = 'waiting' AND due_at <= ${now}
    RETURNING way::text, slot, attempts`;
  return due.length > 0 ? { personId, due } : null;
}

/** Writes down how it ended. */
export async function settleMail(
  db: Database,
  claim: Claim,
  state: Exclude<MailState, 'waiting' | 'sending'>,
  now: Date,
): Promise<void> {
  await db.mailDue.updateMany({
    where: claimed(claim),
    data: { state, sentAt: state === 'sent' ? now : null },
  });
}

/** Gives it back, to be taken up at `dueAt`; `failed` counts an attempt. */
export async function releaseMail(db: Database, claim: Claim, dueAt: Date, failed: boolean): Promise<void> {
  await db.mailDue.updateMany({
    where: claimed(claim),
    data: { state: 'waiting', claimedAt: null, dueAt, ...(failed ? { attempts: { increment: 1 } } : {}) },
  });
}

/** What a process left behind while sending may have arrived: it is given up, never sent again. How many there were. */
export async function giveUpLeftBehind(db: Database, now: Date): Promise<number> {
  const { count } = await db.mailDue.updateMany({
    where: { state: 'sending', claimedAt: { lt: new Date(now.getTime() - LEFT_BEHIND_MS) } },
    data: { state: 'unknown' },
  });
  return count;
}

function claimed({ personId, due }: Claim) {
  return { personId, state: 'sending' as const, OR: due.map(({ way, slot }) => ({ way, slot })) };
}
