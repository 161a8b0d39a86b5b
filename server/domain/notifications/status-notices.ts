import type { Parts } from '#server/domain/parts.ts';
import { notify } from './notify.ts';

/** Who is to know that a project's status is awaited; once it came, or nobody waits any more, the notices are done. */
export function registerStatusNotices(parts: Parts): void {
  const { db, events, clock } = parts;

  events.listen('notifications.status', ['status.awaited'], async (event) => {
    const waiting = await db.project.count({
      where: { id: event.projectId, statusDueAt: { lte: clock.now() } },
    });
    const account = await db.account.count({ where: { personId: event.personId, state: 'active' } });
    if (waiting === 0 || account === 0) return;
    await notify(
      parts,
      { eventId: event.id, listener: 'notifications.status' },
      {
        kind: 'status',
        personIds: [event.personId],
        subjectId: event.projectId,
        entryId: null,
        groupKey: `status:${event.stage}:${event.projectId}`,
        actorId: null,
      },
    );
  });

  events.listen('notifications.project', ['project.entrusted'], async (event) => {
    const account = await db.account.count({ where: { personId: event.personId, state: 'active' } });
    if (account === 0) return;
    await notify(
      parts,
      { eventId: event.id, listener: 'notifications.project' },
      {
        kind: 'project',
        personIds: [event.personId],
        subjectId: event.projectId,
        entryId: null,
        groupKey: `project:${event.role}:${event.projectId}`,
        actorId: event.actorId,
      },
    );
  });

  events.listen('notifications.status-came', ['status.published', 'project.changed'], async (event) => {
    const now = clock.now();
    await events.transaction(async (tx) => {
      const done = await tx.$queryRaw<{ person_id: string }[]>`
        UPDATE notification n SET read_at = ${now} FROM project p
        WHERE n.subject_id = ${event.projectId}::uuid AND n.kind = 'status' AND n.read_at IS NULL
          AND p.id = n.subject_id AND (p.status_due_at IS NULL OR p.status_due_at > ${now})
        RETURNING n.person_id::text`;
      for (const personId of new Set(done.map((row) => row.person_id))) {
        await events.publish(tx, { type: 'notification.read', personId });
      }
    });
  });
}
