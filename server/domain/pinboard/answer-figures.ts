import { homesOf } from '#server/domain/organisation/home.queries.ts';
import type { Feature } from '#server/domain/organisation/sites/features.schema.ts';
import { workingMinutesBetween } from '#server/domain/organisation/sites/working-time.ts';
import type { Parts } from '#server/domain/parts.ts';
import { presentTimeOf } from '#server/domain/people/answer-times.ts';

export const ANSWER_TIMES: Feature = 'answer_times';
/** Smaller groups would tell of persons. */
export const LEAST_IN_A_GROUP = 5;
/** Figures are told in steps of so many minutes. */
const STEP_MINUTES = 15;

/**
 * Notes how long a question on a board waited, in working minutes of whoever answered it, where the works agreement of
 * their site allows it; the first answer counts. Nothing is counted backwards from the agreement, and no comment of
 * somebody who was not asked.
 */
export async function noteAnswerTime(parts: Pick<Parts, 'db' | 'clock'>, questionId: string): Promise<void> {
  const { db } = parts;
  const question = await db.question.findUnique({
    where: { entryId: questionId },
    include: {
      entry: { select: { kind: true, publishedAt: true } },
      answer: { select: { authorId: true, publishedAt: true } },
    },
  });
  const { entry, answer } = question ?? {};
  if (entry?.kind !== 'pin' || !entry.publishedAt || !answer?.publishedAt) return;
  const answererId = answer.authorId;
  if (answererId !== question?.askedOfId && answererId !== question?.answererId) return;
  const home = (await homesOf(parts, [answererId])).get(answererId);
  if (!home?.unitId || !home.siteId) return;
  const agreed = await db.featureSwitch.count({
    where: {
      siteId: home.siteId,
      feature: ANSWER_TIMES,
      enabled: true,
      changedAt: { lte: entry.publishedAt },
    },
  });
  if (agreed === 0) return;
  const present = await presentTimeOf(parts, answererId, entry.publishedAt);
  const minutes = workingMinutesBetween(present, entry.publishedAt, answer.publishedAt);
  const { unitId, siteId } = home;
  await db.answerTime.createMany({
    data: [{ questionId, answererId, unitId, siteId, minutes, quarter: quarterOf(answer.publishedAt) }],
    skipDuplicates: true,
  });
}

/**
 * Tells finished quarters in sum, once, and forgets the single times. Groups of fewer than five who answered are left
 * out, and those in which one person gave more than half of the answers. Each time is in one group alone: a unit's
 * own people at one site, not those below it, and no sum over several; so nothing can be subtracted.
 */
export async function sumAnswerTimes(parts: Pick<Parts, 'events' | 'clock'>): Promise<void> {
  const now = quarterOf(parts.clock.now());
  await parts.events.transaction(async (tx) => {
    // What an agreement no longer allows is forgotten.
    await tx.$executeRaw`
      DELETE FROM answer_time t WHERE NOT EXISTS (
        SELECT 1 FROM feature_switch f WHERE f.site_id = t.site_id AND f.feature = ${ANSWER_TIMES} AND f.enabled)`;
    await tx.$executeRaw`
      INSERT INTO answer_figure (unit_id, site_id, quarter, median_minutes, ninetieth_minutes)
      SELECT t.unit_id, t.site_id, t.quarter,
        round(percentile_cont(0.5) WITHIN GROUP (ORDER BY t.minutes) / ${STEP_MINUTES})::int * ${STEP_MINUTES}::int,
        round(percentile_cont(0.9) WITHIN GROUP (ORDER BY t.minutes) / ${STEP_MINUTES})::int * ${STEP_MINUTES}::int
      FROM (SELECT *, count(*) OVER (PARTITION BY quarter, unit_id, site_id, answerer_id) AS own FROM answer_time) t
      WHERE t.quarter < ${now} GROUP BY t.unit_id, t.site_id, t.quarter
      HAVING count(DISTINCT t.answerer_id) >= ${LEAST_IN_A_GROUP} AND max(t.own) * 2 <= count(*)
      ON CONFLICT DO NOTHING`;
    await tx.answerTime.deleteMany({ where: { quarter: { lt: now } } });
  });
}

/** The first day of the quarter in which a moment lies, as the UTC midnight that date columns take. */
function quarterOf(at: Date): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), Math.floor(at.getUTCMonth() / 3) * 3, 1));
}
