import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';

/** What is written down about an act: ids and kinds, never names or texts. */
export type AuditNote = {
  /** Who acted; null for jobs and commands. */
  actorId: string | null;
  /** `account.reset_by_staff`, `grant.given` … */
  action: string;
  subjectKind: string;
  subjectId?: string | null;
  details?: Record<string, string | number | boolean | null>;
  requestId?: string | null;
};

/** Writes an audit entry in the caller's transaction: the act and its record are committed together. */
export async function writeAudit(
  tx: Tx,
  parts: Pick<Parts, 'ids' | 'clock'>,
  note: AuditNote,
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      id: parts.ids.next(),
      at: parts.clock.now(),
      actorId: note.actorId,
      action: note.action,
      subjectKind: note.subjectKind,
      subjectId: note.subjectId ?? null,
      details: note.details ?? {},
      requestId: note.requestId ?? null,
    },
  });
}
