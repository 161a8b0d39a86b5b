import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { NotificationKind } from '#server/platform/database/schema.ts';

export type Notice = {
  kind: NotificationKind;
  personIds: readonly string[];
  /** What it is about: mostly the entry at the head of the thread. */
  subjectId: string | null;
  /** The newest thing, to link to. */
  entryId: string | null;
  /** While a notice of this key is unread, further ones join it. */
  groupKey: string;
  /** Who did it; null where that is not told. Never notified. */
  actorId: string | null;
};

/** The event a notice follows from, and the listener that makes it. */
export type Cause = { eventId: string; listener: string };

type NotifyParts = Pick<Parts, 'events' | 'ids' | 'clock'>;

/**
 * Notifies persons, once an event however often its listener runs: the ledger is written with the notices. One
 * statement for all; who has an unread notice of the same key gets it renewed, with one more behind it. Whoever does
 * not want this kind gets none.
 */
export async function notify(parts: NotifyParts, cause: Cause, notice: Notice): Promise<void> {
  const personIds = [...new Set(notice.personIds)].filter((id) => id !== notice.actorId).sort();
  if (personIds.length === 0) return;
  const now = parts.clock.now();
  await parts.events.transaction(async (tx) => {
    if (!(await isFirst(tx, cause))) return;
    const rows = await tx.$queryRaw<{ id: string; person_id: string }[]>`
      INSERT INTO notification AS n (id, person_id, kind, subject_id, entry_id, group_key, actor_ids, count, created_at, updated_at)
      SELECT t.id, t.person_id, ${notice.kind}::notification_kind, ${notice.subjectId}::uuid, ${notice.entryId}::uuid,
        ${notice.groupKey}, ${notice.actorId ? [notice.actorId] : []}::uuid[], 1, ${now}, ${now}
      FROM unnest(${personIds.map(() => parts.ids.next())}::uuid[], ${personIds}::uuid[]) AS t(id, person_id)
      WHERE NOT EXISTS (SELECT 1 FROM notice_preference p
        WHERE p.person_id = t.person_id AND p.kind = ${notice.kind}::notification_kind AND NOT p.in_app)
      ON CONFLICT (person_id, group_key) WHERE read_at IS NULL DO UPDATE SET
        entry_id = EXCLUDED.entry_id, count = n.count + 1, updated_at = EXCLUDED.updated_at,
        actor_ids = (EXCLUDED.actor_ids || CASE WHEN cardinality(EXCLUDED.actor_ids) = 0 THEN n.actor_ids
          ELSE array_remove(n.actor_ids, EXCLUDED.actor_ids[1]) END)[1:100]
      RETURNING n.id::text, n.person_id::text`;
    for (const row of rows) {
      await parts.events.publish(tx, {
        type: 'notification.added',
        personId: row.person_id,
        notificationId: row.id,
      });
    }
  });
}

/** Writes into the ledger that the listener has handled the event; false where it stood there already. */
async function isFirst(tx: Tx, { eventId, listener }: Cause): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO listener_ledger (event_id, listener) SELECT id, ${listener} FROM outbox_event WHERE id = ${eventId}::uuid
    ON CONFLICT DO NOTHING`;
  if (written > 0) return true;
  // The sample company tells its past without an outbox: nothing comes twice there.
  return (await tx.listenerLedger.count({ where: { eventId, listener } })) === 0;
}
