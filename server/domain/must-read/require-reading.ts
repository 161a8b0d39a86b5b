import { EVERYONE_AUDIENCE_ID } from '#server/domain/audience/audience.policy.ts';
import type { Actor } from '#server/domain/identity/actor.ts';
import { workingTimeOf } from '#server/domain/organisation/home.queries.ts';
import {
  addWorkingTime,
  instantOf,
  isWorkday,
  nextDay,
} from '#server/domain/organisation/sites/working-time.ts';
import type { Parts } from '#server/domain/parts.ts';
import type { Tx } from '#server/platform/database/client.ts';
import { Prisma } from '#server/platform/database/schema.ts';
import { invalid } from '#server/platform/errors.ts';
import { mayRequire } from './must-read.policy.ts';

/** Where no day is named, five working days of eight hours. */
const USUAL_MINUTES = 5 * 8 * 60;
const DAYS_MOST = 366;

/**
 * Makes a post one that must be read, and by when: the end of a working day at the author's site. Who must is settled
 * when it comes out, by {@link summonReaders}.
 * @param readBy a day as 2026-12-01; empty for five working days
 * @throws AppError invalid (mustRead, readBy) where the right is missing or the day is past
 */
export async function requireReading(
  tx: Tx,
  actor: Actor,
  post: { id: string; audienceId: string; publishedAt: Date },
  readBy: string | undefined,
): Promise<void> {
  if (!(await mayRequire(tx, actor, post.audienceId))) throw invalid({ mustRead: ['mustRead.notYours'] });
  const dueAt = await dueOn(tx, actor, post.publishedAt, readBy);
  const half = new Date((post.publishedAt.getTime() + dueAt.getTime()) / 2);
  await tx.requiredReading.create({
    data: {
      entryId: post.id,
      requiredById: actor.personId,
      requiredAt: post.publishedAt,
      dueAt,
      remindAt: half,
    },
  });
}

/** Notes who must read a post that comes out: all who belong to its audience now, but externals, leavers and the author. */
export async function summonReaders(
  tx: Tx,
  parts: Pick<Parts, 'events'>,
  post: { id: string; audienceId: string; authorId: string; publishedAt: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO reading_confirmation (entry_id, person_id)
    SELECT ${post.id}::uuid, p.id FROM person p
    WHERE p.id <> ${post.authorId}::uuid AND p.kind = 'employee' AND p.erased_at IS NULL AND NOT p.name_withheld
      AND (p.ends_on IS NULL OR p.ends_on > ${post.publishedAt}::date) AND ${belongs(post.audienceId)}`;
  await parts.events.publish(tx, { type: 'reading.required', entryId: post.id, authorId: post.authorId });
}

function belongs(audienceId: string): Prisma.Sql {
  if (audienceId === EVERYONE_AUDIENCE_ID) return Prisma.sql`true`;
  return Prisma.sql`EXISTS (SELECT 1 FROM audience_membership m
    WHERE m.audience_id = ${audienceId}::uuid AND m.person_id = p.id AND m.cause <> 'follow'
      AND m.valid_from <= CURRENT_DATE AND (m.valid_to IS NULL OR m.valid_to > CURRENT_DATE))`;
}

async function dueOn(tx: Tx, actor: Actor, from: Date, readBy: string | undefined): Promise<Date> {
  const calendar = await workingTimeOf({ db: tx }, actor.personId);
  if (!readBy) return addWorkingTime(calendar, from, USUAL_MINUTES);
  let day = readBy;
  for (let n = 0; n < 14 && !isWorkday(calendar, day); n++) day = nextDay(day);
  const due = new Date(instantOf(calendar.timeZone, day, calendar.endMinute));
  const days = (due.getTime() - from.getTime()) / 86_400_000;
  if (days <= 0 || days > DAYS_MOST) throw invalid({ readBy: ['mustRead.dayWrong'] });
  return due;
}
