import { readable } from '#server/domain/audience/audience.policy.ts';
import { type Actor, grantFor, isAdministrator, mayWrite } from '#server/domain/identity/actor.ts';
import { type EntryKind, type EntryState, Prisma } from '#server/platform/database/schema.ts';
import type { EntryAbilities } from './entry.view.ts';

/**
 * SQL predicate over a row of `entry` under `alias`: the actor may read it. What one wrote, and the
 * thread below it, stays readable to its author whatever the audience; what hangs on a board, to the board's
 * owner; a question, to whoever is to answer it (a deputy, say). A moderator reads what was reported to them,
 * and only that, beyond their own audiences.
 */
export function entryReadable(actor: Pick<Actor, 'personId' | 'role' | 'grants'>, alias: string): Prisma.Sql {
  const e = Prisma.raw(alias);
  const me = Prisma.sql`${actor.personId}::uuid`;
  const moderates = mayModerate(actor, { independent: false });
  const reported = moderates
    ? Prisma.sql`OR EXISTS (SELECT 1 FROM report readable_r WHERE readable_r.entry_id = ${e}.id AND readable_r.state <> 'dismissed')
      OR EXISTS (SELECT 1 FROM contest readable_c WHERE readable_c.entry_id = ${e}.id AND readable_c.state = 'open')`
    : Prisma.empty;
  return Prisma.sql`(
    ${e}.state IN ('published', 'hidden')
    AND CASE WHEN ${e}.thread_id IS NULL THEN ${inSight(me, e, moderates)} ELSE EXISTS (
      SELECT 1 FROM entry readable_h WHERE readable_h.id = ${e}.thread_id AND ${inSight(me, Prisma.raw('readable_h'), moderates)}) END
    AND (${readable(actor, Prisma.sql`${e}.audience_id`)} OR ${e}.author_id = ${me}
      OR EXISTS (SELECT 1 FROM entry readable_t WHERE readable_t.id = ${e}.thread_id AND readable_t.author_id = ${me})
      OR EXISTS (SELECT 1 FROM pin readable_b WHERE readable_b.entry_id = COALESCE(${e}.thread_id, ${e}.id) AND readable_b.owner_id = ${me})
      OR EXISTS (SELECT 1 FROM question readable_q WHERE readable_q.entry_id = COALESCE(${e}.thread_id, ${e}.id) AND readable_q.answerer_id = ${me})
      ${reported}))`;
}

/**
 * SQL: the head of a thread stands where it can be seen. Deleted, nothing below it is left to read either; a pin that the
 * owner of its board took out of sight, and all that was said to it, is left to its author, the owner and whoever
 * decides about a report on it.
 */
function inSight(me: Prisma.Sql, h: Prisma.Sql, moderates: boolean): Prisma.Sql {
  const reported = moderates
    ? Prisma.sql`OR EXISTS (SELECT 1 FROM report readable_hr WHERE readable_hr.entry_id = ${h}.id AND readable_hr.state <> 'dismissed')`
    : Prisma.empty;
  return Prisma.sql`(${h}.state = 'published' OR (${h}.state = 'hidden' AND (${h}.kind <> 'pin'
    OR ${me} IN (${h}.author_id, ${h}.removed_by_id) ${reported}
    OR NOT EXISTS (SELECT 1 FROM pin readable_hp WHERE readable_hp.entry_id = ${h}.id AND readable_hp.owner_id = ${h}.removed_by_id))))`;
}

/** What a decision about one entry needs to know of it. */
export type EntryFacts = {
  authorId: string;
  kind: EntryKind;
  state: EntryState;
  commentsClosed: boolean;
  /** Speaks for an independent office (the works council): administrators cannot hide it. */
  independent: boolean;
  /** Every insider may read it: it can be passed on without telling of what is not for all. */
  open: boolean;
};

/** May hide what somebody else wrote: a mandate, or administration; never the works council's words. */
export function mayModerate(
  actor: Pick<Actor, 'role' | 'grants'>,
  entry: Pick<EntryFacts, 'independent'>,
): boolean {
  if (entry.independent) return false;
  return isAdministrator(actor) || grantFor(actor, 'moderate') !== null;
}

/** May decide about a report or a hidden entry: a moderator, and never about their own words. */
export function mayDecide(
  actor: Pick<Actor, 'personId' | 'role' | 'grants'>,
  entry: Pick<EntryFacts, 'independent' | 'authorId'>,
): boolean {
  return entry.authorId !== actor.personId && mayModerate(actor, entry);
}

/** May decide about a contest: as above, and who hid it only where nobody else moderates. */
export function mayDecideContest(
  actor: Pick<Actor, 'personId' | 'role' | 'grants'>,
  entry: Pick<EntryFacts, 'independent' | 'authorId'> & { hiddenById: string | null; alone: boolean },
): boolean {
  return mayDecide(actor, entry) && (entry.hiddenById !== actor.personId || entry.alone);
}

/** The one place that says what an actor may do with an entry that they may read. */
export function entryAbilities(
  actor: Pick<Actor, 'personId' | 'role' | 'grants' | 'suspended'>,
  entry: EntryFacts,
): EntryAbilities {
  const shown = entry.state === 'published';
  const mine = entry.authorId === actor.personId;
  const writes = mayWrite(actor);
  const head = entry.kind === 'post' || entry.kind === 'status' || entry.kind === 'pin';
  return {
    edit: shown && mine && writes && entry.kind !== 'status',
    // Also while suspended: to take something back is never too late.
    delete: shown && mine && actor.role !== 'reader' && entry.kind !== 'status',
    comment: shown && writes && !entry.commentsClosed && head,
    closeComments: shown && head && ((mine && writes) || mayModerate(actor, entry)),
    share: shown && writes && entry.open && (entry.kind === 'post' || entry.kind === 'status'),
    react: shown && writes,
    report: shown && !mine,
    hide: shown && mayModerate(actor, entry),
  };
}
