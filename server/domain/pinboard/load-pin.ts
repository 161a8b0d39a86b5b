import { entryReadable } from '#server/domain/conversation/entry.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import { type EntryState, type PinKind, Prisma } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { isUuid } from '#server/platform/ids.ts';
import { type PinAbilities, type PinFacts, pinAbilities, type QuestionFacts } from './pinboard.policy.ts';
import { questionFactsJson } from './question-facts.ts';

/** A pin as the write verbs need it. */
export type LoadedPin = PinFacts & {
  entryId: string;
  audienceId: string;
  keptOnTop: boolean;
  abilities: PinAbilities;
};

type Row = {
  author_id: string;
  audience_id: string;
  owner_id: string;
  kind: PinKind;
  state: EntryState;
  hidden_by_owner: boolean;
  kept_on_top: boolean;
  question: QuestionFacts | null;
};

/**
 * Loads a pin that the actor may read, and refuses unless they have the ability.
 * @throws AppError not_found, forbidden
 */
export async function loadPinFor(
  db: Database | Tx,
  actor: Actor,
  entryId: string,
  ability: keyof PinAbilities,
): Promise<LoadedPin> {
  if (!isUuid(entryId)) throw new AppError('not_found');
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT e.author_id::text, e.audience_id::text, e.state, p.owner_id::text, p.kind,
      COALESCE(e.removed_by_id = p.owner_id, false) AS hidden_by_owner, p.kept_on_top_at IS NOT NULL AS kept_on_top,
      ${questionFactsJson} AS question
    FROM pin p JOIN entry e ON e.id = p.entry_id LEFT JOIN question q ON q.entry_id = e.id
    WHERE p.entry_id = ${entryId}::uuid AND ${entryReadable(actor, 'e')}`);
  const row = rows[0];
  if (!row) throw new AppError('not_found');
  const facts: PinFacts = {
    kind: row.kind,
    ownerId: row.owner_id,
    authorId: row.author_id,
    shown: shownAs(row.state, row.hidden_by_owner),
    question: row.question,
  };
  const abilities = pinAbilities(actor, facts);
  if (!abilities[ability]) throw new AppError('forbidden');
  return { ...facts, entryId, audienceId: row.audience_id, keptOnTop: row.kept_on_top, abilities };
}

export function shownAs(state: EntryState, byOwner: boolean): PinFacts['shown'] {
  if (state !== 'hidden') return 'shown';
  return byOwner ? 'hidden_by_owner' : 'hidden_by_moderator';
}
