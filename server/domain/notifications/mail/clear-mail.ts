import type { Parts } from '#server/domain/parts.ts';

/** Days that a line about a mail is kept: longer than the longest look back of a digest. */
const KEPT_DAYS = 30;

/** Forgets when somebody was written to. */
export async function clearMail({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * 86_400_000);
  await db.mailDue.deleteMany({ where: { state: { notIn: ['waiting', 'sending'] }, dueAt: { lt: before } } });
}
