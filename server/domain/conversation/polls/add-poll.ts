import type { Actor } from '#server/domain/identity/actor.ts';
import type { Parts } from '#server/domain/parts.ts';
import { dayIn } from '#server/platform/calendar/clock.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { invalid } from '#server/platform/errors.ts';
import type { PollForm } from './poll.schema.ts';
import { POLL_DAYS_MAX, POLL_OPTIONS_MAX, POLL_OPTIONS_MIN } from './poll-limits.schema.ts';

const DAY_MS = 86_400_000;

/** A poll as it is stored. */
type NewPoll = { options: string[]; multiple: boolean; anonymous: boolean; closesAt: Date };

/**
 * What a form says about a poll, or null where it has none.
 * @throws AppError invalid (poll, pollClosesOn): one option alone, the same twice, no day, one that has passed or is far away.
 */
export function pollOf(parts: Pick<Parts, 'clock'>, actor: Actor, form: PollForm): NewPoll | null {
  const options = Array.from(
    { length: POLL_OPTIONS_MAX },
    (_, index) => form[`pollOption${index + 1}` as keyof PollForm] ?? '',
  ).filter((text) => text !== '');
  const { pollClosesOn: day, pollMultiple, pollAnonymous } = form;
  if (options.length === 0 && !day) return null;
  if (options.length < POLL_OPTIONS_MIN) throw invalid({ poll: ['feed.pollTwoOptions'] });
  const folded = new Set(options.map((text) => text.toLocaleLowerCase()));
  if (folded.size < options.length) throw invalid({ poll: ['feed.pollSameOption'] });
  if (!day) throw invalid({ pollClosesOn: ['feed.pollDayMissing'] });
  const today = dayIn(actor.timeZone, parts.clock.now());
  const days = (new Date(day).getTime() - today.getTime()) / DAY_MS;
  if (!(days >= 0)) throw invalid({ pollClosesOn: ['feed.pollDayPast'] });
  if (days > POLL_DAYS_MAX) throw invalid({ pollClosesOn: ['feed.pollDayFar'] });
  return {
    options,
    multiple: pollMultiple === 'on',
    anonymous: pollAnonymous === 'on',
    closesAt: endOfDay(day, actor.timeZone),
  };
}

/** The first moment of the following day in the zone. */
function endOfDay(day: string, timeZone: string): Date {
  const next = new Date(new Date(day).getTime() + DAY_MS);
  // Zones lie within 14 hours of UTC; of the whole hours and quarters around it, the first that is that day there.
  for (let quarter = -56; quarter <= 56; quarter += 1) {
    const at = new Date(next.getTime() + quarter * 15 * 60_000);
    if (dayIn(timeZone, at).getTime() >= next.getTime()) return at;
  }
  return next;
}

/** Stores a poll with its post, in the caller's transaction. */
export async function addPoll(
  tx: Tx,
  parts: Pick<Parts, 'ids'>,
  entryId: string,
  { options, ...poll }: NewPoll,
): Promise<void> {
  await tx.poll.create({ data: { entryId, ...poll } });
  await tx.pollOption.createMany({
    data: options.map((text, rank) => ({ id: parts.ids.next(), entryId, rank, text })),
  });
}
