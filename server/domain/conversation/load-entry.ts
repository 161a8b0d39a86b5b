import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import type { EntryKind, EntryState, Language } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { type EntryFacts, entryAbilities, entryReadable } from './entry.policy.ts';
import type { EntryAbilities } from './entry.view.ts';

/** An entry as the write verbs need it. */
export type LoadedEntry = EntryFacts & {
  id: string;
  threadId: string | null;
  audienceId: string;
  revision: number;
  language: Language;
  abilities: EntryAbilities;
};

type Row = {
  id: string;
  kind: EntryKind;
  state: EntryState;
  author_id: string;
  thread_id: string | null;
  audience_id: string;
  revision: number;
  language: Language;
  comments_closed: boolean;
  independent: boolean;
  open: boolean;
};

/**
 * Loads an entry that the actor may read.
 * @throws AppError not_found where it does not exist or may not be read.
 */
export async function loadEntry(db: Database | Tx, actor: Actor, entryId: string): Promise<LoadedEntry> {
  if (!isUuid(entryId)) throw new AppError('not_found');
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.id::text, e.kind, e.state, e.author_id::text, e.thread_id::text, e.audience_id::text, e.revision,
      e.language, e.comments_closed, COALESCE(o.independent, false) AS independent,
      (SELECT au.open FROM audience au WHERE au.id = e.audience_id) AS open
    FROM entry e LEFT JOIN office o ON o.id = e.office_id
    WHERE e.id = ${entryId}::uuid AND ${entryReadable(actor, 'e')}`;
  const row = rows[0];
  if (!row) throw new AppError('not_found');
  const facts: EntryFacts = {
    authorId: row.author_id,
    kind: row.kind,
    state: row.state,
    commentsClosed: row.comments_closed,
    independent: row.independent,
    open: row.open,
  };
  return {
    ...facts,
    id: row.id,
    threadId: row.thread_id,
    audienceId: row.audience_id,
    revision: row.revision,
    language: row.language,
    abilities: entryAbilities(actor, facts),
  };
}

/** Like {@link loadEntry}, and refuses unless the actor has the ability. */
export async function loadEntryFor(
  db: Database | Tx,
  actor: Actor,
  entryId: string,
  ability: keyof EntryAbilities,
): Promise<LoadedEntry> {
  const entry = await loadEntry(db, actor, entryId);
  if (!entry.abilities[ability]) throw new AppError('forbidden');
  return entry;
}
