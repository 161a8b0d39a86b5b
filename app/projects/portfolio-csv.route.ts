import type { LoaderFunctionArgs } from '@remix-run/node';
import { toLocale } from '#app/messages/locale.ts';
import { csvResponse } from '#app/shell/csv.ts';
import { healthWord } from '#app/shell/health-icon.tsx';
import { createT } from '#app/shell/i18n.tsx';
import { requireActor } from '#app/shell/load-context.ts';
import { withProblems } from '#app/shell/with-errors.ts';
import { portfolioSchema } from '#server/domain/projects/portfolio/portfolio.schema.ts';
import { LIFECYCLES } from './lifecycle-words.ts';

/** No company compares more projects in a spreadsheet. */
const MOST = 10_000;

/** The portfolio as it is filtered, for a spreadsheet; the reader's days as YYYY-MM-DD, which every one of them reads. */
export const loader = withProblems(async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const t = createT(toLocale(context.locale.language, context.locale.tone));
  const given = Object.fromEntries(
    [...new URL(request.url).searchParams].filter(([, value]) => value !== ''),
  );
  const filter = { ...portfolioSchema.parse(given), after: undefined };
  const { projects } = await context.services.projects.portfolio(actor, filter, MOST);
  const head = [
    t('projects.project'),
    t('projects.health'),
    t('projects.lifecycle'),
    t('projects.lead'),
    t('projects.unit'),
    t('projects.firstTarget'),
    t('projects.target'),
    t('projects.slipDays'),
    t('projects.lastUpdate'),
    t('projects.overdue'),
  ];
  const dayIn = new Intl.DateTimeFormat('sv-SE', { timeZone: context.locale.timeZone });
  const rows = projects.map((project) => [
    project.name,
    t(healthWord(project.health)),
    t(LIFECYCLES[project.lifecycle]),
    project.lead?.name ?? '',
    project.unit?.name ?? '',
    project.originalTargetOn ?? '',
    project.targetOn ?? '',
    project.slipDays === null ? '' : String(project.slipDays),
    project.lastStatusAt ? dayIn.format(new Date(project.lastStatusAt)) : '',
    t(project.awaited?.overdue ? 'common.yes' : 'common.no'),
  ]);
  return csvResponse('flurfunk-portfolio.csv', [head, ...rows], context.locale.language);
});
