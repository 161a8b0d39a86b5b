import { entryReadable } from '#server/domain/conversation/entry.policy.ts';
import { type Actor, isInsider } from '#server/domain/identity/actor.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/**
 * SQL over a question `q`, its entry `e` and its answer `a`: whoever asked and whoever answered have agreed that all
 * may find it, and both texts still read as they did then. An edit of either is a new question to both.
 */
export const agreedByBoth = Prisma.sql`(2 = (
  SELECT count(*) FROM answer_consent agreed_c WHERE agreed_c.question_id = q.entry_id AND agreed_c.answer_id = q.answer_id
    AND agreed_c.question_revision = e.revision AND agreed_c.answer_revision = a.revision
    AND agreed_c.person_id IN (e.author_id, a.author_id)))`;

/**
 * SQL over the same three: the actor finds it among what is frequently asked. Externals are outside "everyone"; what a
 * moderator or the board's owner hid, or somebody deleted, nobody finds.
 */
export function sharedWith(actor: Pick<Actor, 'role'>): Prisma.Sql {
  return Prisma.sql`(${isInsider(actor)} AND q.state = 'answered' AND e.state = 'published' AND a.state = 'published'
    AND q.shared_at IS NOT NULL AND ${agreedByBoth})`;
}

/** SQL over the same three: an answer that the actor may read, because it is shared or where it hangs. */
export function answerReadable(actor: Pick<Actor, 'personId' | 'role' | 'grants'>): Prisma.Sql {
  return Prisma.sql`(${sharedWith(actor)} OR (q.state = 'answered' AND e.state = 'published' AND a.state = 'published'
    AND ${entryReadable(actor, 'e')} AND ${entryReadable(actor, 'a')}))`;
}
