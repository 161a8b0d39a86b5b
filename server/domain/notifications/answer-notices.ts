import type { DomainEvent } from '#server/domain/events.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { NotificationKind } from '#server/platform/database/schema.ts';
import { notify } from './notify.ts';
import { readersOfEntry } from './recipients.queries.ts';

type Telling = {
  kind: NotificationKind;
  personId: string;
  actorId: string;
  /** Comes before the colon of the group key and decides the sentence; see notifications.queries.ts. */
  about: 'question-forwarded' | 'forwarded' | 'forward-proposed' | 'question-again' | Shared;
};
type Shared = 'accepted' | 'share-asked' | 'shared';

/** What becomes of a question on a board once somebody has it: handed on, asked again, accepted, shared with all. */
export function registerAnswerNotices(parts: Parts): void {
  const { db, events } = parts;

  events.listen('notifications.forwarded', ['question.forwarded'], (event) =>
    tell('notifications.forwarded', event, {
      kind: 'question',
      personId: event.personId,
      actorId: event.actorId,
      about: 'question-forwarded',
    }),
  );
  events.listen('notifications.forwarded-asker', ['question.forwarded'], async (event) =>
    tell('notifications.forwarded-asker', event, {
      kind: 'answer',
      personId: await askerOf(event.entryId),
      actorId: event.actorId,
      about: 'forwarded',
    }),
  );
  events.listen('notifications.forward-proposed', ['question.forward_proposed'], async (event) =>
    tell('notifications.forward-proposed', event, {
      kind: 'answer',
      personId: await askerOf(event.entryId),
      actorId: event.personId,
      about: 'forward-proposed',
    }),
  );
  events.listen('notifications.reasked', ['question.reasked'], async (event) =>
    tell('notifications.reasked', event, {
      kind: 'question',
      personId: event.personId,
      actorId: await askerOf(event.entryId),
      about: 'question-again',
    }),
  );
  events.listen('notifications.accepted', ['answer.accepted'], async (event) => {
    const question = await db.question.findUnique({
      where: { entryId: event.entryId },
      select: { answer: { select: { authorId: true } } },
    });
    if (!question?.answer) return;
    await tell('notifications.accepted', event, {
      kind: 'answer',
      personId: question.answer.authorId,
      actorId: event.personId,
      about: 'accepted',
    });
  });
  events.listen('notifications.consented', ['answer.consented'], (event) =>
    tell('notifications.consented', event, {
      kind: 'answer',
      personId: event.otherId,
      actorId: event.personId,
      about: event.shared ? 'shared' : 'share-asked',
    }),
  );

  async function askerOf(entryId: string): Promise<string> {
    const entry = await db.entry.findUniqueOrThrow({ where: { id: entryId }, select: { authorId: true } });
    return entry.authorId;
  }

  async function tell(
    listener: string,
    event: DomainEvent & { id: string; entryId: string },
    { kind, personId, actorId, about }: Telling,
  ): Promise<void> {
    await notify(
      parts,
      { eventId: event.id, listener },
      {
        kind,
        personIds: await readersOfEntry(db, event.entryId, [personId]),
        subjectId: event.entryId,
        entryId: event.entryId,
        groupKey: `${about}:${event.entryId}`,
        actorId,
      },
    );
  }
}
