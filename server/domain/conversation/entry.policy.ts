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
  const reported = mayModerate(actor, { independent: false })
    ? Prisma.sql`OR EXISTS (SELECT 1 FROM report readable_r WHERE readable_r.entry_id = ${e}.id AND readable_r.state <> 'dismissed')`
    : Prisma.empty;
  return Prisma.sql`(
    ${e}.state IN ('published', 'hidden')
    AND (${readable(actor, Prisma.sql`${e}.audience_id`)} OR ${e}.author_id = ${me}
      OR EXISTS (SELECT 1 FROM entry readable_t WHERE readable_t.id = ${e}.thread_id AND readable_t.author_id = ${me})
      OR EXISTS (SELECT 1 FROM pin readable_b WHERE readable_b.entry_id = COALESCE(${e}.thread_id, ${e}.id) AND readable_b.owner_id = ${me})
      OR EXISTS (SELECT 1 FROM question readable_q WHERE readable_q.entry_id = COALESCE(${e}.thread_id, ${e}.id) AND readable_q.answerer_id = ${me})
      ${reported}))`;
}

/** What a decision about one entry needs to know of it. */
export type EntryFacts = {
  authorId: string;
  kind: EntryKind;
  state: EntryState;
  commentsClosed: boolean;
  /** Speaks for an independent office (the works council): administrators cannot hide it. */
  independent: boolean;
};

/** May hide what somebody else wrote: a mandate, or administration; never the works council's words. */
export function mayModerate(
  actor: Pick<Actor, 'role' | 'grants'>,
  entry: Pick<EntryFacts, 'independent'>,
): boolean {
  if (entry.independent) return false;
  return isAdministrator(actor) || grantFor(actor, 'moderate') !== null;
}

/** The one place that says what an actor may do with an entry that they may read. */
export function entryAbilities(
  actor: Pick<Actor, 'personId' | 'role' | 'grants'>,
  entry: EntryFacts,
): EntryAbilities {
  const shown = entry.state === 'published';
  const mine = entry.authorId === actor.personId;
  const writes = mayWrite(actor);
  return {
    edit: shown && mine && writes && entry.kind !== 'status',
    delete: shown && mine && writes && entry.kind !== 'status',
    comment:
      shown &&
      writes &&
      !entry.commentsClosed &&
      (entry.kind === 'post' || entry.kind === 'status' || entry.kind === 'pin'),
    react: shown && writes,
    report: shown && !mine,
    hide: shown && mayModerate(actor, entry),
  };
}
