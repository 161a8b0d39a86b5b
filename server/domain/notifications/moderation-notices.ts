import type { Parts } from '#server/domain/parts.ts';
import { notify } from './notify.ts';
import { moderators } from './recipients.queries.ts';

/** Reports to those who decide, decisions to those whose words they are about, and the end of an import. */
export function registerModerationNotices(parts: Parts): void {
  const { db, events, clock } = parts;

  events.listen('notifications.report', ['entry.reported'], async (event) => {
    const report = await db.report.findUnique({ where: { id: event.reportId }, include: { entry: true } });
    if (report?.state !== 'open') return;
    const involved = [report.reporterId, report.entry.authorId];
    const personIds = (await moderators(db, clock.now())).filter((id) => !involved.includes(id));
    await notify(
      parts,
      { eventId: event.id, listener: 'notifications.report' },
      {
        kind: 'report',
        personIds,
        subjectId: event.entryId,
        entryId: event.entryId,
        groupKey: `report:${event.entryId}`,
        // Who reported is told in the queue, to whoever opens it.
        actorId: null,
      },
    );
  });

  // Who hid it does not decide, where somebody else can.
  events.listen('notifications.contest', ['entry.contested'], async (event) => {
    const act = await db.moderationAct.findUnique({
      where: { id: event.actId },
      include: { entry: { select: { authorId: true } }, contestAsAct: { select: { state: true } } },
    });
    if (act?.contestAsAct?.state !== 'open') return;
    const all = (await moderators(db, clock.now())).filter((id) => id !== act.entry.authorId);
    const others = all.filter((id) => id !== act.moderatorId);
    await notify(
      parts,
      { eventId: event.id, listener: 'notifications.contest' },
      {
        kind: 'report',
        personIds: others.length > 0 ? others : all,
        subjectId: event.entryId,
        entryId: event.entryId,
        groupKey: `contest:${act.id}`,
        actorId: null,
      },
    );
  });

  events.listen('notifications.upheld', ['entry.upheld'], async (event) => {
    const entry = await db.entry.findUnique({ where: { id: event.entryId } });
    if (entry?.state !== 'hidden') return;
    await notify(
      parts,
      { eventId: event.id, listener: 'notifications.upheld' },
      {
        kind: 'moderation',
        personIds: [entry.authorId],
        subjectId: entry.threadId ?? entry.id,
        entryId: entry.id,
        groupKey: `moderation:${event.actId}`,
        actorId: null,
      },
    );
  });

  // A board's owner may hide a pin as well, and an author bring back what they deleted: only an act counts.
  events.listen('notifications.moderation', ['entry.removed', 'entry.restored'], async (event) => {
    const expected = event.type === 'entry.removed' ? 'hide' : 'restore';
    const act = await db.moderationAct.findFirst({
      where: { entryId: event.entryId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      include: { entry: { select: { authorId: true, threadId: true } } },
    });
    if (act?.act !== expected) return;
    const groupKey = `moderation:${act.id}`;
    const told = await db.notification.count({ where: { personId: act.entry.authorId, groupKey } });
    if (told > 0 || act.moderatorId === act.entry.authorId) return;
    await notify(
      parts,
      { eventId: event.id, listener: 'notifications.moderation' },
      {
        kind: 'moderation',
        personIds: [act.entry.authorId],
        subjectId: act.entry.threadId ?? event.entryId,
        entryId: event.entryId,
        groupKey,
        // The decision is the company's, not a colleague's.
        actorId: null,
      },
    );
  });

  events.listen('notifications.import', ['import.finished'], async (event) => {
    const run = await db.importRun.findUnique({ where: { id: event.runId } });
    if (!run?.startedById) return;
    await notify(
      parts,
      { eventId: event.id, listener: 'notifications.import' },
      {
        kind: 'import',
        personIds: [run.startedById],
        subjectId: run.id,
        entryId: null,
        groupKey: `import:${run.id}`,
        actorId: null,
      },
    );
  });
}
