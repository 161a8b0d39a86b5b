import type { Parts } from '#server/domain/parts.ts';
import type { CompanySettings } from '#server/domain/settings/settings.schema.ts';
import { type ActorRow, toActor } from './actor.queries.ts';
import type { Actor } from './actor.ts';

/**
 * Somebody as the reader of what reaches them without a sign-in, or the author of what comes out in their name; null for whoever's account is not in use, or whose
 * last day is over.
 */
export async function readerOf(
  parts: Pick<Parts, 'db' | 'clock'>,
  settings: CompanySettings,
  personId: string,
): Promise<Actor | null> {
  const row = await readerRow(parts, personId);
  return row && toActor(row, settings, null);
}

/** The row behind {@link readerOf}, with the address that mails go to. */
export async function readerRow(
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  personId: string,
): Promise<(ActorRow & { email: string | null }) | null> {
  const now = clock.now();
  const rows = await db.$queryRaw<(ActorRow & { email: string | null })[]>`
    SELECT a.email, '' AS "sessionId", 'personal' AS kind, ${now}::timestamptz AS "expiresAt",
      a.id::text AS "accountId", CASE WHEN p.kind = 'external' THEN 'external' ELSE a.role::text END AS role, p.id::text AS "personId", p.handle,
      p.display_name AS "displayName", NULL AS "photoFileId", p.site_id::text AS "siteId",
      p.language::text AS language, p.tone::text AS tone, coalesce(p.time_zone, si.time_zone) AS "timeZone",
      (SELECT json_build_object('until', u.ends_at, 'reason', u.reason) FROM suspension u
        WHERE u.person_id = p.id AND u.lifted_at IS NULL AND u.ends_at > ${now} ORDER BY u.ends_at DESC LIMIT 1) AS suspended,
      (SELECT coalesce(json_agg(json_build_object('id', g.id, 'kind', g.kind, 'scope', g.scope, 'scopeId', g.scope_id)), '[]')
        FROM "grant" g
        WHERE (g.person_id = p.id OR g.position_id IN (
            SELECT x.position_id FROM assignment x
            WHERE x.person_id = p.id AND x.valid_from <= ${now}::date AND (x.valid_to IS NULL OR x.valid_to > ${now}::date)))
          AND g.valid_from <= ${now} AND (g.valid_to IS NULL OR g.valid_to > ${now})) AS grants
    FROM person p JOIN account a ON a.person_id = p.id LEFT JOIN site si ON si.id = p.site_id
    WHERE p.id = ${personId}::uuid AND a.state = 'active' AND p.erased_at IS NULL
      AND (p.ends_on IS NULL OR p.ends_on > (${now}::timestamptz AT TIME ZONE coalesce(si.time_zone, 'Europe/Berlin'))::date)`;
  return rows[0] ?? null;
}
