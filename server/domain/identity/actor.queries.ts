import type { Parts } from '#server/domain/parts.ts';
import type { CompanySettings } from '#server/domain/settings/settings.schema.ts';
import type { GermanTone, Language, Role, SessionKind } from '#server/platform/database/schema.ts';
import type { Actor, ActorGrant } from './actor.ts';
import { photoAddress } from './person-ref.ts';

/** A live session with its person and grants, as one SQL statement reads it. */
export type ActorRow = {
  sessionId: string;
  kind: SessionKind;
  expiresAt: Date;
  accountId: string;
  role: Role;
  personId: string;
  handle: string;
  displayName: string;
  photoFileId: string | null;
  siteId: string | null;
  language: Language | null;
  tone: GermanTone | null;
  timeZone: string | null;
  feedView: string | null;
  suspended: { until: string; reason: string } | null;
  grants: ActorGrant[];
};

/**
 * Reads the session with this hash, its account, person and grants in ONE statement: it runs on every request.
 * A session that expired, an account that is not active, a person whose last day is over: null. A partner is outside
 * "everyone" whatever role the account was given, by an import for instance.
 */
export async function readActorRow(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  sessionId: string,
): Promise<ActorRow | null> {
  const now = clock.now();
  const rows = await db.$queryRaw<ActorRow[]>`
    SELECT s.id AS "sessionId", s.kind::text AS kind, s.expires_at AS "expiresAt",
      a.id AS "accountId", CASE WHEN p.kind = 'external' THEN 'external' ELSE a.role::text END AS role,
      p.id AS "personId", p.handle, p.display_name AS "displayName", p.photo_file_id::text AS "photoFileId", p.site_id AS "siteId",
      p.language::text AS language, p.tone::text AS tone, coalesce(p.time_zone, si.time_zone) AS "timeZone", p.feed_view AS "feedView",
      (SELECT json_build_object('until', u.ends_at, 'reason', u.reason) FROM suspension u
        WHERE u.person_id = p.id AND u.lifted_at IS NULL AND u.ends_at > ${now} ORDER BY u.ends_at DESC LIMIT 1) AS suspended,
      (SELECT coalesce(json_agg(json_build_object('id', g.id, 'kind', g.kind, 'scope', g.scope, 'scopeId', g.scope_id)), '[]')
        FROM "grant" g
        WHERE (g.person_id = p.id OR g.position_id IN (
            SELECT x.position_id FROM assignment x
            WHERE x.person_id = p.id AND x.valid_from <= ${now}::date AND (x.valid_to IS NULL OR x.valid_to > ${now}::date)))
          AND g.valid_from <= ${now} AND (g.valid_to IS NULL OR g.valid_to > ${now})) AS grants
    FROM session s
    JOIN account a ON a.id = s.account_id
    JOIN person p ON p.id = a.person_id
    LEFT JOIN site si ON si.id = p.site_id
    WHERE s.id = ${sessionId} AND s.expires_at > ${now} AND a.state = 'active'
      AND (p.ends_on IS NULL OR p.ends_on > (${now}::timestamptz AT TIME ZONE coalesce(si.time_zone, 'Europe/Berlin'))::date)`;
  return rows[0] ?? null;
}

/** The actor a row stands for; what the person left open, the request's hint and the company's settings decide. */
export function toActor(row: ActorRow, settings: CompanySettings, hint: Language | null): Actor {
  return {
    personId: row.personId,
    accountId: row.accountId,
    sessionId: row.sessionId,
    role: row.role,
    handle: row.handle,
    displayName: row.displayName,
    photo: row.photoFileId ? photoAddress(row.photoFileId) : null,
    siteId: row.siteId,
    language: row.language ?? hint ?? settings.defaultLanguage,
    tone: row.tone ?? settings.germanTone,
    timeZone: row.timeZone ?? 'Europe/Berlin',
    feedView: row.kind === 'terminal' ? null : row.feedView,
    terminal: row.kind === 'terminal',
    suspended: row.suspended && { ...row.suspended, until: new Date(row.suspended.until).toISOString() },
    grants: row.grants,
  };
}
