import { loadEntry } from '#server/domain/conversation/load-entry.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Database, Tx } from '#server/platform/database/client.ts';
import type { EntryState } from '#server/platform/database/schema.ts';
import { AppError } from '#server/platform/errors.ts';
import { mayExport, maySeeResults, mayVote, type PollFacts } from './poll.policy.ts';
import type { PollView } from './poll.view.ts';
import { ANONYMOUS_MIN } from './poll-limits.schema.ts';

type PollRow = {
  entry_id: string;
  author_id: string;
  state: EntryState;
  multiple: boolean;
  anonymous: boolean;
  closes_at: Date;
  closed: boolean;
  voted: boolean;
  voters: number;
  options: { id: string; text: string; votes: number; mine: boolean }[];
};

/** The polls of entries that the caller has found readable, by entry; one statement however many. */
export async function pollViews(
  db: Database | Tx,
  actor: Actor,
  entryIds: readonly string[],
  now: Date | null = null,
): Promise<Map<string, PollView>> {
  if (entryIds.length === 0) return new Map();
  const rows = await db.$queryRaw<PollRow[]>`
    SELECT q.entry_id::text, e.author_id::text, e.state, q.multiple, q.anonymous, q.closes_at,
      q.closes_at <= COALESCE(${now}::timestamptz, now()) AS closed,
      EXISTS (SELECT 1 FROM poll_participation t WHERE t.entry_id = q.entry_id AND t.person_id = ${actor.personId}::uuid) AS voted,
      (SELECT count(*)::int FROM poll_participation t WHERE t.entry_id = q.entry_id) AS voters,
      (SELECT json_agg(json_build_object('id', o.id, 'text', o.text,
          'votes', CASE WHEN q.anonymous THEN o.tally ELSE (SELECT count(*)::int FROM poll_vote v WHERE v.option_id = o.id) END,
          'mine', EXISTS (SELECT 1 FROM poll_vote v WHERE v.entry_id = q.entry_id AND v.person_id = ${actor.personId}::uuid AND v.option_id = o.id))
        ORDER BY o.rank) FROM poll_option o WHERE o.entry_id = q.entry_id) AS options
    FROM poll q JOIN entry e ON e.id = q.entry_id WHERE q.entry_id = ANY(${[...entryIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.entry_id, present(actor, row)]));
}

function present(actor: Actor, row: PollRow): PollView {
  const { state, anonymous, voted, voters, closed } = row;
  const facts: PollFacts = { authorId: row.author_id, state, anonymous, voted, voters, closed };
  const shown = maySeeResults(facts);
  return {
    multiple: row.multiple,
    anonymous: row.anonymous,
    closesAt: row.closes_at.toISOString(),
    closed: facts.closed,
    voters: row.voters,
    voted: row.voted,
    options: row.options.map((option) => ({ ...option, votes: shown ? option.votes : null })),
    abilities: { vote: mayVote(actor, facts), export: mayExport(actor, facts) },
    withheld: facts.anonymous && facts.closed && facts.voters < ANONYMOUS_MIN,
  };
}

/** The results as rows of a table: option, votes, and the names behind them where the poll is open. */
export type PollResult = { option: string; votes: number; names: string[] };

/**
 * What the author takes away of a poll.
 * @throws AppError not_found where there is none or it may not be read; forbidden for everybody else.
 */
export async function pollResults(
  db: Database,
  actor: Actor,
  entryId: string,
  now: Date,
): Promise<PollResult[]> {
  const entry = await loadEntry(db, actor, entryId);
  const poll = (await pollViews(db, actor, [entry.id], now)).get(entry.id);
  if (!poll) throw new AppError('not_found');
  if (!poll.abilities.export) throw new AppError('forbidden');
  return db.$queryRaw<PollResult[]>`
    SELECT o.text AS option,
      CASE WHEN q.anonymous THEN o.tally ELSE (SELECT count(*)::int FROM poll_vote v WHERE v.option_id = o.id) END AS votes,
      ARRAY(SELECT CASE WHEN p.name_withheld THEN '' ELSE p.display_name END FROM poll_vote v JOIN person p ON p.id = v.person_id
        WHERE v.option_id = o.id ORDER BY p.sort_name, p.id) AS names
    FROM poll_option o JOIN poll q ON q.entry_id = o.entry_id WHERE o.entry_id = ${entry.id}::uuid ORDER BY o.rank`;
}
