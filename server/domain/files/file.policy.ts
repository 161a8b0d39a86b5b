import { entryReadable } from '#server/domain/conversation/entry.policy.ts';
import { type Actor, isInsider } from '#server/domain/identity/actor.ts';
import { Prisma } from '#server/platform/database/schema.ts';

/**
 * SQL: the actor may read the file `f`: what it hangs on, their own upload, also while the post that it hangs on waits to
 * come out, or the face of a colleague.
 */
export function fileReadable(actor: Actor): Prisma.Sql {
  return Prisma.sql`(f.owner_id = ${actor.personId}::uuid AND NOT EXISTS (SELECT 1 FROM attachment x JOIN entry xe ON xe.id = x.entry_id
      WHERE x.file_id = f.id AND NOT (xe.state IN ('scheduled', 'draft') AND xe.author_id = ${actor.personId}::uuid))
    OR EXISTS (SELECT 1 FROM attachment at JOIN entry e ON e.id = at.entry_id
      WHERE at.file_id = f.id AND ${entryReadable(actor, 'e')}
        AND (e.state = 'published' OR e.author_id = ${actor.personId}::uuid))
    OR (${isInsider(actor)} AND EXISTS (SELECT 1 FROM person p WHERE p.photo_file_id = f.id AND p.erased_at IS NULL AND NOT p.name_withheld)))`;
}
