import { entryViews } from '#server/domain/conversation/entry.queries.ts';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefs } from '#server/domain/identity/person-ref.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Database } from '#server/platform/database/client.ts';
import {
  type PinKind,
  type PinVisibility,
  Prisma,
  type QuestionState,
} from '#server/platform/database/schema.ts';
import type { PinView, QuestionView } from './pin.view.ts';
import { type PinFacts, pinAbilities } from './pinboard.policy.ts';

type PinRow = {
  entry_id: string;
  owner_id: string;
  kind: PinKind;
  visibility: PinVisibility;
  kept_on_top: boolean;
  hidden_by_owner: boolean;
  state: QuestionState | null;
  due_at: Date | null;
  answerer_id: string | null;
  answer_ids: string[];
};

/** The pins behind `ids` that the actor may read, by id: a fixed number of statements however many. */
export async function pinViews(
  db: Database,
  actor: Actor,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, PinView>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<PinRow[]>(Prisma.sql`
    SELECT p.entry_id::text, p.owner_id::text, p.kind, p.visibility, p.kept_on_top_at IS NOT NULL AS kept_on_top,
      COALESCE(e.state = 'hidden' AND e.removed_by_id = p.owner_id, false) AS hidden_by_owner,
      q.state, q.due_at, q.answerer_id::text,
      ARRAY(SELECT a.id::text FROM entry a WHERE a.thread_id = p.entry_id AND a.kind = 'answer'
        AND a.state IN ('published', 'hidden') ORDER BY a.published_at, a.id) AS answer_ids
    FROM pin p JOIN entry e ON e.id = p.entry_id LEFT JOIN question q ON q.entry_id = p.entry_id
    WHERE p.entry_id = ANY(${[...ids]}::uuid[])`);
  const today = dayIn(actor.timeZone, now);
  const persons = rows.flatMap((row) => (row.answerer_id ? [row.owner_id, row.answerer_id] : [row.owner_id]));
  const [entries, refs] = await Promise.all([
    entryViews(
      db,
      actor,
      rows.flatMap((row) => [row.entry_id, ...row.answer_ids]),
    ),
    personRefs(db, persons, today),
  ]);
  const views = rows.flatMap((row) => present(actor, row, entries, refs, now) ?? []);
  return new Map(views.map((view) => [view.entry.id, view]));
}

function present(
  actor: Actor,
  row: PinRow,
  entries: ReadonlyMap<string, EntryView>,
  refs: ReadonlyMap<string, PersonRef>,
  now: Date,
): PinView | null {
  const entry = entries.get(row.entry_id);
  const owner = refs.get(row.owner_id);
  if (!entry || !owner) return null;
  const question =
    row.state && row.due_at && row.answerer_id
      ? { state: row.state, dueAt: row.due_at, answererId: row.answerer_id }
      : null;
  const facts: PinFacts = {
    kind: row.kind,
    ownerId: row.owner_id,
    authorId: entry.author.id,
    shown: row.hidden_by_owner ? 'hidden_by_owner' : entry.hidden ? 'hidden_by_moderator' : 'shown',
    question,
  };
  const answers = row.answer_ids.flatMap((id) => entries.get(id) ?? []);
  return {
    entry,
    owner,
    kind: row.kind,
    visibility: row.visibility,
    keptOnTop: row.kept_on_top,
    question: question && questionView(actor, facts, question, refs, now),
    answers,
    commentCount: Math.max(0, entry.commentCount - row.answer_ids.length),
    hiddenByOwner: row.hidden_by_owner,
    abilities: pinAbilities(actor, facts),
  };
}

/**
 * Lateness watches people: it is shown to the two whom it concerns and to nobody else, until a works agreement
 * says otherwise (shared rule of the house; BetrVG §87 (1) 6).
 */
function questionView(
  actor: Actor,
  facts: PinFacts,
  question: { state: QuestionState; dueAt: Date; answererId: string },
  refs: ReadonlyMap<string, PersonRef>,
  now: Date,
): QuestionView {
  const concerned = [facts.authorId, facts.ownerId, question.answererId].includes(actor.personId);
  const open = question.state === 'open';
  const passed = question.dueAt <= now;
  return {
    state: question.state === 'expired' && !concerned ? 'open' : question.state,
    dueAt: open && (concerned || !passed) ? question.dueAt.toISOString() : null,
    overdue: open && passed && concerned,
    answerer: question.answererId === facts.ownerId ? null : (refs.get(question.answererId) ?? null),
    askedOfMe: open && question.answererId === actor.personId,
  };
}
