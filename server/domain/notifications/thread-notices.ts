import { mentionedIn } from '#server/domain/conversation/render-body.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Database } from '#server/platform/database/client.ts';
import { notify } from './notify.ts';
import { readersOfEntry } from './recipients.queries.ts';

/** Mentions, comments, pins and what is asked on them. */
export function registerThreadNotices(parts: Parts): void {
  const { db, events } = parts;

  events.listen('notifications.mention', ['entry.published'], async (event) => {
    const mentions = await db.$queryRaw<{ id: string }[]>`
      SELECT person_id::text AS id FROM mention WHERE entry_id = ${event.entryId}::uuid`;
    if (mentions.length === 0) return;
    const toldOtherwise = [
      ...(await boardOwner(db, event.kind === 'pin' ? event.entryId : null)),
      ...(await toldAsQuestion(db, event.entryId)),
    ];
    const personIds = mentions.map(({ id }) => id).filter((id) => !toldOtherwise.includes(id));
    await tellMentioned(parts, 'notifications.mention', event.id, { ...event, personIds });
  });

  events.listen('notifications.mention-added', ['entry.edited'], async (event) => {
    const entry = await db.entry.findUnique({ where: { id: event.entryId } });
    if (!entry) return;
    const bodies = await db.entryBody.findMany({
      where: { entryId: entry.id, revision: { in: [entry.revision, entry.revision - 1] } },
    });
    const inRevision = (revision: number) =>
      new Set(
        bodies.filter((body) => body.revision === revision).flatMap((body) => mentionedIn(body.source)),
      );
    const before = inRevision(entry.revision - 1);
    const personIds = [...inRevision(entry.revision)].filter((id) => !before.has(id));
    const { authorId, threadId } = entry;
    const facts = { entryId: entry.id, authorId, threadId, personIds };
    await tellMentioned(parts, 'notifications.mention-added', event.id, facts);
  });

  events.listen('notifications.comment', ['entry.published'], async (event) => {
    if (!event.threadId || (event.kind !== 'comment' && event.kind !== 'answer')) return;
    const [thread, follows, mentions, toldOtherwise] = await Promise.all([
      db.entry.findUnique({ where: { id: event.threadId }, select: { authorId: true } }),
      db.follow.findMany({ where: { entryId: event.threadId } }),
      db.mention.findMany({ where: { entryId: event.entryId }, select: { personId: true } }),
      toldAsQuestion(db, event.entryId),
    ]);
    if (!thread) return;
    const muted = new Set(follows.filter((follow) => follow.muted).map((follow) => follow.personId));
    const told = new Set([...toldOtherwise, ...mentions.map((mention) => mention.personId)]);
    const concerned = [thread.authorId, ...follows.map((follow) => follow.personId)];
    if (event.kind === 'comment') concerned.push(...(await boardOwner(db, event.threadId)));
    const wanted = concerned.filter((id) => !muted.has(id) && !told.has(id));
    await notify(
      parts,
      { eventId: event.id, listener: 'notifications.comment' },
      {
        kind: event.kind,
        personIds: await readersOfEntry(db, event.entryId, wanted),
        subjectId: event.threadId,
        entryId: event.entryId,
        groupKey: `${event.kind}:${event.threadId}`,
        actorId: event.authorId,
      },
    );
  });

  events.listen('notifications.pin', ['pin.placed'], async (event) => {
    const question = await db.question.findUnique({ where: { entryId: event.entryId } });
    const wanted = [event.ownerId, ...(question ? [question.answererId] : [])];
    await notify(
      parts,
      { eventId: event.id, listener: 'notifications.pin' },
      {
        kind: question ? 'question' : 'pin',
        personIds: await readersOfEntry(db, event.entryId, wanted),
        subjectId: event.entryId,
        entryId: event.entryId,
        groupKey: `pin:${event.entryId}`,
        actorId: event.authorId,
      },
    );
  });
}

type Mentioning = { entryId: string; threadId: string | null; authorId: string; personIds: string[] };

async function tellMentioned(
  parts: Parts,
  listener: string,
  eventId: string,
  { entryId, threadId, authorId, personIds }: Mentioning,
): Promise<void> {
  await notify(
    parts,
    { eventId, listener },
    {
      kind: 'mention',
      personIds: await readersOfEntry(parts.db, entryId, personIds),
      subjectId: threadId ?? entryId,
      entryId,
      groupKey: `mention:${threadId ?? entryId}`,
      actorId: authorId,
    },
  );
}

/** The owner of the board on which a pin stands; nobody for anything else. */
async function boardOwner(db: Database, entryId: string | null): Promise<string[]> {
  const pin = entryId ? await db.pin.findUnique({ where: { entryId }, select: { ownerId: true } }) : null;
  return pin ? [pin.ownerId] : [];
}

/** Who hears of this very entry as a question they answer, or as the answer to theirs: one cause, one notice. */
async function toldAsQuestion(db: Database, entryId: string): Promise<string[]> {
  const questions = await db.question.findMany({
    where: { OR: [{ entryId }, { answerId: entryId }] },
    include: { entry: { select: { authorId: true, kind: true } } },
  });
  return questions
    .filter(({ entry }) => entry.kind === 'comment')
    .map((question) => (question.entryId === entryId ? question.answererId : question.entry.authorId));
}
