import { type Actor, grantFor, isAdministrator } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Database } from '#server/platform/database/client.ts';
import type { EntryKind, ModerationKind } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { entryViews } from './entry.queries.ts';
import type { EntryView } from './entry.view.ts';

/** A reported entry with everything said against it. */
export type QueueItem = { entry: EntryView; reports: { by: PersonRef; reason: string; at: string }[] };

/** One act of moderation, for the log. */
export type LogItem = {
  id: string;
  entryId: string;
  entryKind: EntryKind;
  moderator: PersonRef;
  act: ModerationKind;
  reason: string;
  at: string;
};

const LIMIT = 100;

/** @throws AppError forbidden for everybody but moderators. */
export function requireModerator(actor: Actor): void {
  if (!isAdministrator(actor) && !grantFor(actor, 'moderate')) throw new AppError('forbidden');
}

/**
 * Entries with open reports, the longest waiting first. Moderators alone; what is said against a moderator's own words
 * is for the others, and so is who said it.
 */
export async function moderationQueue(db: Database, actor: Actor): Promise<QueueItem[]> {
  requireModerator(actor);
  const rows = await db.$queryRaw<{ entry_id: string; by: PersonRef; reason: string; created_at: Date }[]>`
    SELECT r.entry_id::text, ${personRefJson('p')} AS by, r.reason, r.created_at
    FROM report r JOIN person p ON p.id = r.reporter_id JOIN entry e ON e.id = r.entry_id
    WHERE r.state = 'open' AND e.author_id <> ${actor.personId}::uuid
    ORDER BY r.created_at LIMIT ${LIMIT}`;
  const entries = await entryViews(db, actor, [...new Set(rows.map((row) => row.entry_id))]);
  return [...entries.values()].map((entry) => ({
    entry,
    reports: rows
      .filter((row) => row.entry_id === entry.id)
      .map((row) => ({ by: row.by, reason: row.reason, at: row.created_at.toISOString() })),
  }));
}

/** What moderators did, newest first. Moderators alone. */
export async function moderationLog(db: Database, actor: Actor, act?: ModerationKind): Promise<LogItem[]> {
  requireModerator(actor);
  const rows = await db.$queryRaw<
    {
      id: string;
      entry_id: string;
      kind: EntryKind;
      moderator: PersonRef;
      act: ModerationKind;
      reason: string;
      created_at: Date;
    }[]
  >`
    SELECT m.id::text, m.entry_id::text, e.kind, ${personRefJson('p')} AS moderator, m.act, m.reason, m.created_at
    FROM moderation_act m JOIN entry e ON e.id = m.entry_id JOIN person p ON p.id = m.moderator_id
    WHERE ${act ?? null}::moderation_kind IS NULL OR m.act = ${act ?? null}::moderation_kind
    ORDER BY m.created_at DESC, m.id DESC LIMIT ${LIMIT}`;
  return rows.map((row) => ({
    id: row.id,
    entryId: row.entry_id,
    entryKind: row.kind,
    moderator: row.moderator,
    act: row.act,
    reason: row.reason,
    at: row.created_at.toISOString(),
  }));
}
