import { entryViews } from '#server/domain/conversation/entry.queries.ts';
import type { EntryView } from '#server/domain/conversation/entry.view.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefs } from '#server/domain/identity/person-ref.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Database } from '#server/platform/database/client.ts';
import { type PinKind, type PinVisibility, Prisma } from '#server/platform/database/schema.ts';
import type { PinView, QuestionView, SharingView } from './pin.view.ts';
import { type PinFacts, pinAbilities, type QuestionFacts } from './pinboard.policy.ts';
import { questionFactsJson } from './question-facts.ts';
import { agreedByBoth } from './shared-answer.policy.ts';

type PinRow = {
  entry_id: string;
  owner_id: string;
  kind: PinKind;
  visibility: PinVisibility;
  kept_on_top: boolean;
  hidden_by_owner: boolean;
  question: QuestionFacts | null;
  due_at: Date | null;
  forwarded_by_id: string | null;
  answer_id: string | null;
  /** Who agrees that all may find it, in the words as they stand. */
  consents: string[];
  shared: boolean;
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
      ${questionFactsJson} AS question, q.due_at, q.forwarded_by_id::text, q.answer_id::text, COALESCE(q.shared_at IS NOT NULL AND ${agreedByBoth}, false) AS shared,
      ARRAY(SELECT c.person_id::text FROM answer_consent c WHERE c.question_id = p.entry_id AND c.answer_id = a.id
        AND c.question_revision = e.revision AND c.answer_revision = a.revision) AS consents,
      ARRAY(SELECT w.id::text FROM entry w WHERE w.thread_id = p.entry_id AND w.kind = 'answer'
        AND w.state IN ('published', 'hidden') ORDER BY w.published_at, w.id) AS answer_ids
    FROM pin p JOIN entry e ON e.id = p.entry_id LEFT JOIN question q ON q.entry_id = p.entry_id
    LEFT JOIN entry a ON a.id = q.answer_id
    WHERE p.entry_id = ANY(${[...ids]}::uuid[])`);
  const today = dayIn(actor.timeZone, now);
  const persons = rows.flatMap(({ owner_id, question, forwarded_by_id }) =>
    [owner_id, question?.answererId, question?.proposedToId, forwarded_by_id].flatMap((id) => id ?? []),
  );
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
  const facts: PinFacts = {
    kind: row.kind,
    ownerId: row.owner_id,
    authorId: entry.author.id,
    shown: row.hidden_by_owner ? 'hidden_by_owner' : entry.hidden ? 'hidden_by_moderator' : 'shown',
    question: row.question,
  };
  const abilities = pinAbilities(actor, facts);
  const answers = row.answer_ids.flatMap((id) => entries.get(id) ?? []);
  return {
    entry,
    owner,
    kind: row.kind,
    visibility: row.visibility,
    keptOnTop: row.kept_on_top,
    question: questionView(actor, facts, row, refs, now),
    sharing: sharingView(actor, row, abilities.share ? [entry, ...answers] : []),
    answers,
    commentCount: Math.max(0, entry.commentCount - row.answer_ids.length),
    hiddenByOwner: row.hidden_by_owner,
    abilities,
  };
}

/**
 * For the two whose consent it takes, how far it is; for all others, whether all may find it.
 * @param texts question and answers, for one of the two; nothing for others.
 */
function sharingView(
  actor: Actor,
  { consents, shared, question }: PinRow,
  texts: EntryView[],
): SharingView | null {
  const [asked] = texts;
  if (!asked) return shared ? { shared, mine: false, others: false, other: null } : null;
  const answer = texts.findLast(({ author }) => author.id === question?.answeredById);
  return {
    shared,
    mine: consents.includes(actor.personId),
    others: consents.some((id) => id !== actor.personId),
    other: (asked.author.id === actor.personId ? answer?.author : asked.author) ?? null,
  };
}

/**
 * Lateness watches people: it is shown to the two whom it concerns and to nobody else, until a works agreement
 * says otherwise (shared rule of the house; BetrVG §87 (1) 6).
 */
function questionView(
  actor: Actor,
  facts: PinFacts,
  row: PinRow,
  refs: ReadonlyMap<string, PersonRef>,
  now: Date,
): QuestionView | null {
  const { question, due_at: dueAt } = row;
  if (!question || !dueAt) return null;
  const concerned = [facts.authorId, facts.ownerId, question.answererId].includes(actor.personId);
  const open = question.state === 'open';
  const passed = dueAt <= now;
  const ref = (id: string | null) => (id && refs.get(id)) || null;
  return {
    state: question.state === 'expired' && !concerned ? 'open' : question.state,
    dueAt: open && (concerned || !passed) ? dueAt.toISOString() : null,
    overdue: open && passed && concerned,
    answerer: question.answererId === facts.ownerId ? null : ref(question.answererId),
    askedOfMe: open && question.answererId === actor.personId,
    forwardedBy: ref(row.forwarded_by_id),
    proposedTo: concerned && open ? ref(question.proposedToId) : null,
    acceptedId: question.accepted ? row.answer_id : null,
  };
}
