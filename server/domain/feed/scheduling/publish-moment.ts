import type { Actor } from '#server/domain/identity/actor.ts';
import { instantOf } from '#server/domain/organisation/sites/working-time.ts';
import type { Parts } from '#server/domain/parts.ts';
import { invalid } from '#server/platform/errors.ts';

const DAYS_MOST = 366;

/**
 * The moment that a form names on the actor's clock, or null where it names none.
 * @throws AppError invalid (publishOn, publishAt): half a moment, one that has passed, one further away than a year.
 */
export function publishMoment(
  parts: Pick<Parts, 'clock'>,
  actor: Pick<Actor, 'timeZone'>,
  { publishOn: day, publishAt: time }: { publishOn?: string; publishAt?: string },
): Date | null {
  if (!day && !time) return null;
  if (!day) throw invalid({ publishOn: ['feed.dayMissing'] });
  if (!time) throw invalid({ publishAt: ['feed.timeMissing'] });
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const at = new Date(instantOf(actor.timeZone, day, hour * 60 + minute));
  const ahead = at.getTime() - parts.clock.now().getTime();
  if (ahead <= 0) throw invalid({ publishOn: ['feed.momentPast'] });
  if (ahead > DAYS_MOST * 86_400_000) throw invalid({ publishOn: ['feed.momentFar'] });
  return at;
}
