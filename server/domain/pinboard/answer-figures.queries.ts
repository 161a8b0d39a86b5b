import { type Actor, isInsider } from '#server/domain/identity/actor.ts';
import type { Database } from '#server/platform/database/client.ts';
import { ANSWER_TIMES } from './answer-figures.ts';

/** Told of a unit's people at a site, for a finished quarter. */
export type AnswerFigureView = {
  unit: string;
  site: string;
  year: number;
  /** 1 to 4. */
  quarter: number;
  /** Working minutes. */
  median: number;
  ninetieth: number;
};

/** Enough for two years of a large company. */
const MOST = 500;

/**
 * Response times of units, the newest quarter first and then by name, never by time: nobody is ranked. Only of sites
 * whose works agreement is in force now; null where no site has one, and for externals.
 */
export async function answerFigures(db: Database, actor: Actor): Promise<AnswerFigureView[] | null> {
  if (!isInsider(actor)) return null;
  const agreed = await db.featureSwitch.findMany({
    where: { feature: ANSWER_TIMES, enabled: true },
    select: { siteId: true },
  });
  if (agreed.length === 0) return null;
  const figures = await db.answerFigure.findMany({
    where: { siteId: { in: agreed.map(({ siteId }) => siteId) } },
    include: { unit: { select: { name: true } }, site: { select: { name: true } } },
    orderBy: [{ quarter: 'desc' }, { unit: { name: 'asc' } }, { site: { name: 'asc' } }],
    take: MOST,
  });
  return figures.map((figure) => ({
    unit: figure.unit.name,
    site: figure.site.name,
    year: figure.quarter.getUTCFullYear(),
    quarter: figure.quarter.getUTCMonth() / 3 + 1,
    median: figure.medianMinutes,
    ninetieth: figure.ninetiethMinutes,
  }));
}
