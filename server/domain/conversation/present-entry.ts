import { pollViews } from '#server/domain/conversation/polls/poll.queries.ts';
import { type Actor, isAdministrator } from '#server/domain/identity/actor.ts';
import { type PersonRef, personRefJson } from '#server/domain/identity/person-ref.ts';
import type { Database } from '#server/platform/database/client.ts';
import { entryAbilities, mayModerate } from './entry.policy.ts';
import type { EntryView, MustReadView, RemovalView } from './entry.view.ts';
import type { EntryRow } from './entry-row.ts';
import { ownPage } from './own-link.ts';
import { resolveMentions } from './render-body.ts';
import { sharedViews } from './shared.queries.ts';

/** The views of rows that the actor may read, in their order: what is hidden keeps its words from others. */
export async function present(db: Database, actor: Actor, rows: EntryRow[]): Promise<EntryView[]> {
  const views = rows.map((row) => presentEntry(actor, row));
  return withParts(db, actor, rows, views);
}

/** Polls and posts passed on: one statement each, and only for a page that has some. */
async function withParts(
  db: Database,
  actor: Actor,
  rows: EntryRow[],
  views: EntryView[],
): Promise<EntryView[]> {
  const shown = rows.filter((_row, index) => views[index]?.html);
  const polled = shown.filter((row) => row.has_poll).map((row) => row.id);
  const sharedIds = shown.flatMap((row) => row.shared_entry_id ?? []);
  if (polled.length === 0 && sharedIds.length === 0) return views;
  const [polls, shared] = await Promise.all([
    pollViews(db, actor, polled),
    sharedViews(db, actor, sharedIds),
  ]);
  const mentioning = [...shared.values()].filter((view) => view.html.includes('data-mention'));
  const names =
    mentioning.length > 0
      ? await mentionedPeople(
          db,
          mentioning.map((view) => view.id),
        )
      : new Map();
  return views.map((view, index) => {
    const id = rows[index]?.shared_entry_id;
    const poll = polls.get(view.id);
    const original = id ? shared.get(id) : undefined;
    return {
      ...view,
      ...(poll && { poll }),
      ...(id &&
        view.html && {
          shared: original ? { ...original, html: resolveMentions(original.html, names) } : null,
        }),
    };
  });
}

function presentEntry(actor: Actor, row: EntryRow): EntryView {
  const independent = row.office?.independent ?? false;
  const facts = {
    authorId: row.author.id,
    kind: row.kind,
    state: row.state,
    commentsClosed: row.comments_closed,
    independent,
    open: row.open,
  };
  const hidden = row.state === 'hidden';
  const link = hidden ? null : linkOf(row);
  const seesHidden =
    row.author.id === actor.personId || row.hidden_by_me || mayModerate(actor, { independent });
  return {
    id: row.id,
    kind: row.kind,
    threadId: row.thread_id,
    author: row.author,
    office: row.office && { slug: row.office.slug, name: row.office.name },
    ...(row.behalf_of && { behalfOf: row.behalf_of }),
    intent: row.intent,
    at: row.published_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    language: row.language,
    html: hidden && !seesHidden ? '' : withMentions(row),
    ...(link && { link }),
    reactions: row.reactions ?? [],
    commentCount: row.comment_count,
    saved: row.saved,
    ...(row.muted !== null && { follow: row.muted ? ('muted' as const) : ('follows' as const) }),
    ...(row.comments_closed && { closed: { reason: row.comments_closed_reason ?? '' } }),
    hidden: hidden ? removalOf(row) : null,
    abilities: entryAbilities(actor, facts),
    ...(row.must_read && !hidden ? { mustRead: mustReadView(actor, row, row.must_read) } : {}),
    ...(row.files && (!hidden || row.author.id === actor.personId) ? { files: row.files } : {}),
  };
}

function withMentions({ html, mentioned }: EntryRow): string {
  if (!html.includes('data-mention')) return html;
  return resolveMentions(html, new Map((mentioned ?? []).map((person) => [person.id, person])));
}

/** What is in front of the reader anyway is not shown in small: the thread itself, or the post that is passed on. */
function linkOf(row: EntryRow): string | null {
  const id = row.link && ownPage(row.link)?.id;
  return id && [row.id, row.thread_id, row.shared_entry_id].includes(id) ? null : row.link;
}

function mustReadView(
  actor: Actor,
  { author }: EntryRow,
  { due, mine, confirmed, changed }: NonNullable<EntryRow['must_read']>,
): MustReadView {
  const iso = (at: string) => new Date(at).toISOString();
  const follows =
    author.id === actor.personId ||
    isAdministrator(actor) ||
    actor.grants.some((grant) => grant.kind === 'must_read');
  return {
    dueAt: iso(due),
    mine,
    confirmedAt: confirmed && iso(confirmed),
    changed,
    ...(follows ? { report: true as const } : {}),
  };
}

function removalOf(row: EntryRow): RemovalView {
  const at = (row.removed_at ?? row.published_at).toISOString();
  const removal = { reason: row.removal_reason ?? '', at };
  if (!row.hiding) return removal;
  const { contest, answer } = row.hiding;
  if (contest === 'upheld') return { ...removal, contest: { state: contest, answer: answer ?? '' } };
  return { ...removal, contest: { state: contest === 'open' ? 'open' : 'possible' } };
}

async function mentionedPeople(db: Database, entryIds: string[]): Promise<Map<string, PersonRef>> {
  const rows = await db.$queryRaw<{ person: PersonRef }[]>`
    SELECT DISTINCT ON (p.id) ${personRefJson('p')} AS person
    FROM mention m JOIN person p ON p.id = m.person_id WHERE m.entry_id = ANY(${entryIds}::uuid[])`;
  return new Map(rows.map(({ person }) => [person.id, person]));
}
