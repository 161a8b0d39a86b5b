import { writeAudit } from '#server/domain/audit/write-audit.ts';
import type { Parts } from '#server/domain/parts.ts';

type Needs = Pick<Parts, 'db' | 'ids' | 'clock' | 'events' | 'live' | 'log'>;

// The day begins up to half a day earlier at the site than in UTC: hence "- 1 day" below.
/** A person whose end came longer ago was ended by an import of history: nothing of theirs is open. */
const LOOK_BACK_DAYS = 45;

/**
 * Ends everybody whose end date has come at their site: account, sessions, known devices, codes, grants; then the
 * sockets. Runs each minute and after a date was set; a second run finds nothing. Returns how many were ended.
 */
export async function endDuePeople(needs: Needs): Promise<number> {
  const now = needs.clock.now();
  const due = await needs.db.$queryRaw<{ id: string }[]>`
    SELECT p.id::text FROM person p
    LEFT JOIN site s ON s.id = p.site_id
    LEFT JOIN account a ON a.person_id = p.id
    WHERE p.ends_on <= (${now}::timestamptz AT TIME ZONE coalesce(s.time_zone, 'Europe/Berlin'))::date
      AND (a.state <> 'ended' OR (
        p.ends_on > (${now}::timestamptz - make_interval(days => ${LOOK_BACK_DAYS}))::date
        AND NOT EXISTS (SELECT 1 FROM audit_entry e
          WHERE e.subject_kind = 'person' AND e.subject_id = p.id AND e.action = 'person.ended' AND e.at >= p.ends_on - interval '1 day')))`;
  for (const { id } of due) await endPerson(needs, id);
  return due.length;
}

async function endPerson(needs: Needs, personId: string): Promise<void> {
  const now = needs.clock.now();
  await needs.events.transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { personId }, select: { id: true } });
    if (account) {
      const mine = { where: { accountId: account.id } };
      await tx.account.update({ where: { id: account.id }, data: { state: 'ended', endedAt: now } });
      await tx.session.deleteMany(mine);
      await tx.knownDevice.deleteMany(mine);
      await tx.oneTimeCode.deleteMany(mine);
    }
    await tx.grant.updateMany({
      where: { personId, OR: [{ validTo: null }, { validTo: { gt: now } }] },
      data: { validTo: now },
    });
    await writeAudit(tx, needs, {
      actorId: null,
      action: 'person.ended',
      subjectKind: 'person',
      subjectId: personId,
    });
    await needs.events.publish(tx, { type: 'person.ended', personId });
  });
  needs.live.dropPerson(personId);
}

/** Drops sockets of sessions that ran out (shared terminals above all) and clears their rows. */
export async function clearSessions({
  db,
  clock,
  live,
}: Pick<Parts, 'db' | 'clock' | 'live'>): Promise<void> {
  const now = clock.now();
  const over = await db.session.findMany({ where: { expiresAt: { lte: now } }, select: { id: true } });
  await db.session.deleteMany({ where: { id: { in: over.map((session) => session.id) } } });
  for (const { id } of over) live.dropSession(id);
  await db.knownDevice.deleteMany({ where: { expiresAt: { lte: now } } });
  await db.oneTimeCode.deleteMany({
    where: { expiresAt: { lte: new Date(now.getTime() - 30 * 86_400_000) } },
  });
}
