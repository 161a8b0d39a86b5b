import { EVERYONE_AUDIENCE_ID, mayRead, readable } from '#server/domain/audience/audience.policy.ts';
import { entryReadable } from '#server/domain/conversation/entry.policy.ts';
import { readActorRow } from '#server/domain/identity/actor.queries.ts';
import { type Actor, isInsider } from '#server/domain/identity/actor.ts';
import { hashToken } from '#server/domain/identity/token.ts';
import type { Parts } from '#server/domain/parts.ts';
import { knownTo } from '#server/domain/people/people.policy.ts';
import { maySeePresence, showsPresence } from '#server/domain/people/presence.policy.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { isUuid } from '#server/platform/ids.ts';
import type { LiveRoom } from '#server/platform/live/live.ts';
import type { LiveGate } from '#server/platform/live/live-gate.ts';

type Listener = Pick<Actor, 'personId' | 'sessionId' | 'role' | 'grants'>;

/**
 * Who may open a live socket, and what they may hear: the same policies as the pages. A socket reads the session
 * without prolonging it, as an open window is no activity.
 */
export function createLiveGate(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  sessionToken: (cookies: string | undefined) => string | null,
): LiveGate<Listener> {
  return {
    async authenticate(cookies) {
      const token = sessionToken(cookies);
      const row = token ? await readActorRow({ db, clock }, hashToken(token)) : null;
      return row
        ? { personId: row.personId, sessionId: row.sessionId, role: row.role, grants: row.grants }
        : null;
    },
    async roomsOf(person) {
      // A subscription outlives the right to read, a membership that ends on a date above all.
      const rows = await db.$queryRaw<{ audienceId: string }[]>`
        SELECT DISTINCT s.audience_id::text AS "audienceId" FROM subscription s
        WHERE s.person_id = ${person.personId}::uuid AND NOT s.muted AND ${readable(person, Prisma.sql`s.audience_id`)}`;
      const rooms: LiveRoom[] = rows.map((row) => `audience:${row.audienceId}` as const);
      if (isInsider(person)) rooms.push('everyone', `audience:${EVERYONE_AUDIENCE_ID}`);
      return rooms;
    },
    async mayJoin(person, room) {
      const [kind, id = ''] = room.split(':');
      if (!isUuid(id)) return false;
      if (kind === 'thread') return mayHearThread(person, id);
      if (kind === 'board') return mayHearBoard(person, id);
      if (kind === 'project') return mayHearProject(person, id);
      if (kind === 'chart') return mayHearChart(person, id);
      if (kind === 'presence') return maySeePresence(db, person, id);
      return false;
    },
    showsPresence: (personId) => showsPresence(db, personId),
    async liveSessions(ids) {
      const rows = await db.$queryRaw<{ id: string }[]>`
        SELECT s.id FROM session s JOIN account a ON a.id = s.account_id JOIN person p ON p.id = a.person_id
        LEFT JOIN site si ON si.id = p.site_id
        WHERE s.id = ANY(${ids}) AND s.expires_at > ${clock.now()} AND a.state = 'active'
          AND (p.ends_on IS NULL OR p.ends_on > (${clock.now()}::timestamptz AT TIME ZONE coalesce(si.time_zone, 'Europe/Berlin'))::date)`;
      return new Set(rows.map((row) => row.id));
    },
  };

  async function mayHearThread(person: Listener, entryId: string): Promise<boolean> {
    const rows = await db.$queryRaw<{ ok: boolean }[]>`
      SELECT ${entryReadable(person, 'e')} AS ok FROM entry e WHERE e.id = ${entryId}::uuid`;
    return rows[0]?.ok ?? false;
  }

  async function mayHearBoard(person: Listener, ownerId: string): Promise<boolean> {
    const today = dayIn('UTC', clock.now()).toISOString().slice(0, 10);
    const rows = await db.$queryRaw<{ ok: boolean }[]>`
      SELECT ${knownTo(person, Prisma.sql`p.id`, today)} AS ok FROM person p WHERE p.id = ${ownerId}::uuid`;
    return rows[0]?.ok ?? false;
  }

  async function mayHearProject(person: Listener, projectId: string): Promise<boolean> {
    const project = await db.project.findUnique({ where: { id: projectId }, select: { audienceId: true } });
    return project !== null && mayRead(db, person, project.audienceId);
  }

  async function mayHearChart(person: Listener, chartId: string): Promise<boolean> {
    const chart = await db.chart.findUnique({ where: { id: chartId }, select: { audienceId: true } });
    return chart !== null && mayRead(db, person, chart.audienceId);
  }
}
