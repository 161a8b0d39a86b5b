import type { Parts } from '#server/domain/parts.ts';

const KEPT_MS = 365 * 86_400_000;

/** What was edited by hand is kept for a year; the audit stays. */
export async function forgetOldEdits(parts: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  const before = new Date(parts.clock.now().getTime() - KEPT_MS);
  await parts.db.chartEdit.deleteMany({ where: { at: { lt: before }, takesEffectOn: { lt: before } } });
}
