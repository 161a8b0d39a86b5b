import { writeEntry } from '#server/domain/conversation/write-entry.ts';
import { writeOnce } from '#server/domain/conversation/write-once.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { answerTimes } from '#server/domain/people/answer-times.ts';
import { toDay } from '#server/domain/people/day.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import type { Language } from '#server/platform/database/schema.ts';
import { AppError, invalid } from '#server/platform/errors.ts';
import { chooseAnswerer } from './choose-answerer.ts';
import { loadBoard } from './load-board.ts';
import { pinAudience } from './pin-audience.ts';
import { visibilitiesOn, whyNotPlace } from './pinboard.policy.ts';
import type { PinInput } from './pinboard.schema.ts';

/** How many pins one person may leave within an hour: on all boards, and on one. */
const HOURLY_PINS = 30;
const HOURLY_PINS_A_BOARD = 8;
const HOUR_MS = 3_600_000;

const REFUSED = {
  self: 'pinboard.refusedSelf',
  reader: 'pinboard.refusedReader',
  closed: 'pinboard.refusedClosed',
  off: 'pinboard.refusedOff',
  blocked: 'pinboard.refusedBlockedHere',
} as const;

/** For the sample company and imports, which tell of the past: such pins are not counted against the limit. */
export type PastPin = {
  publishedAt?: Date;
  language?: Language;
  translation?: { language: Language; text: string };
};

/**
 * Leaves a note, a question or thanks on a colleague's board. A question gets a due time in the working hours of
 * whoever answers it: the owner, or at once the deputy while the owner is away.
 * @throws AppError not_found; forbidden with the reason as `message`; rate_limited; invalid.
 */
export async function placePin(
  parts: Pick<Parts, 'config' | 'events' | 'ids' | 'clock'>,
  actor: Actor,
  input: PinInput & PastPin,
): Promise<{ id: string }> {
  return writeOnce(parts, actor, input, async (tx, idempotencyKey) => {
    const now = input.publishedAt ?? parts.clock.now();
    const today = dayIn(actor.timeZone, now);
    const { ownerId, kind, visibility } = input;
    const board = await loadBoard(tx, actor, ownerId, toDay(today));
    const refusal = whyNotPlace(actor, board);
    if (refusal) throw new AppError('forbidden', { message: REFUSED[refusal] });
    if (!visibilitiesOn(actor, board).includes(visibility)) {
      throw invalid({ visibility: ['error.choose'] });
    }
    if (!input.publishedAt) await checkRate(tx, actor, ownerId, now);
    const question = kind === 'question' ? await planQuestion(tx, ownerId, actor.personId, now, today) : null;
    const audienceId = await pinAudience(tx, parts, board, actor.personId, visibility);
    const pin = await writeEntry(tx, parts, actor, {
      kind: 'pin',
      audienceId,
      text: input.text,
      intent: kind === 'question' ? 'call_to_act' : 'information',
      idempotencyKey,
      ...(input.publishedAt && { publishedAt: input.publishedAt }),
      ...(input.language && { language: input.language }),
      ...(input.translation && { translation: input.translation }),
    });
    await tx.pin.create({
      data: {
        ...{ entryId: pin.id, ownerId, authorId: actor.personId, audienceId },
        ...{ kind, visibility, publishedAt: pin.publishedAt },
      },
    });
    if (question) await tx.question.create({ data: { entryId: pin.id, ...question } });
    await tx.follow.createMany({
      data: [{ personId: actor.personId, entryId: pin.id }],
      skipDuplicates: true,
    });
    await parts.events.publish(tx, {
      type: 'pin.placed',
      entryId: pin.id,
      ownerId,
      authorId: actor.personId,
    });
    return pin.id;
  });
}

/** Who answers, and by when. */
async function planQuestion(
  tx: Tx,
  askedOfId: string,
  askerId: string,
  at: Date,
  today: Date,
): Promise<{ askedOfId: string; answererId: string; dueAt: Date; remindAt: Date }> {
  const { personId: answererId } = await chooseAnswerer(tx, askedOfId, askerId, today);
  return { askedOfId, answererId, ...(await answerTimes({ db: tx }, answererId, at)) };
}

async function checkRate(tx: Tx, actor: Actor, ownerId: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - HOUR_MS);
  const rows = await tx.$queryRaw<{ all: number; here: number }[]>`
    SELECT count(*)::int AS all, count(*) FILTER (WHERE p.owner_id = ${ownerId}::uuid)::int AS here
    FROM entry e JOIN pin p ON p.entry_id = e.id
    WHERE e.author_id = ${actor.personId}::uuid AND e.kind = 'pin' AND e.published_at > ${since}`;
  const { all = 0, here = 0 } = rows[0] ?? {};
  if (all >= HOURLY_PINS || here >= HOURLY_PINS_A_BOARD) {
    throw new AppError('rate_limited', { message: 'pinboard.tooMany', retryAfter: 600 });
  }
}
