import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';

/** A pause longer than this, in milliseconds, begins a new visit. */
const VISIT_GAP_MS = 30 * 60_000;

/**
 * What somebody has read: everything published up to the watermark, but for the exceptions. Above it an exception is an
 * item that was read, below it one that was not; there are no others.
 */
export type ReadState = {
  watermark: Date;
  lastVisitAt: Date | null;
  visitStartedAt: Date | null;
  seenUpTo: Date | null;
};

/** The person's read state, kept from other devices until the transaction ends; a new one has read nothing. */
export async function lockReadState(tx: Tx, personId: string): Promise<ReadState> {
  await tx.$executeRaw`
    INSERT INTO read_state (person_id, watermark) VALUES (${personId}::uuid, to_timestamp(0)) ON CONFLICT DO NOTHING`;
  const rows = await tx.$queryRaw<ReadState[]>`
    SELECT watermark, last_visit_at AS "lastVisitAt", visit_started_at AS "visitStartedAt", seen_up_to AS "seenUpTo"
    FROM read_state WHERE person_id = ${personId}::uuid FOR UPDATE`;
  return rows[0] as ReadState;
}

/** True while the visit goes on that is written down. */
export function isVisiting(state: Pick<ReadState, 'visitStartedAt'>, now: Date): boolean {
  return state.visitStartedAt !== null && now.getTime() - state.visitStartedAt.getTime() < VISIT_GAP_MS;
}

/** Where the "new since your last visit" line stands: below everything published after it. */
export async function newSince(db: Database, actor: Actor, now: Date): Promise<string | null> {
  const [state] = await db.$queryRaw<Pick<ReadState, 'lastVisitAt' | 'visitStartedAt' | 'seenUpTo'>[]>`
    SELECT last_visit_at AS "lastVisitAt", visit_started_at AS "visitStartedAt", seen_up_to AS "seenUpTo"
    FROM read_state WHERE person_id = ${actor.personId}::uuid`;
  if (!state) return null;
  return (isVisiting(state, now) ? state.lastVisitAt : state.seenUpTo)?.toISOString() ?? null;
}
