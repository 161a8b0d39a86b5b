import { followUpQuestions } from '#server/domain/conversation/follow-up-questions.ts';
import type { Parts } from '#server/domain/parts.ts';
import { remindStatuses } from '#server/domain/projects/cadence/remind-statuses.ts';
import { statusDeputy } from '#server/domain/projects/cadence/status-deputy.ts';
import { reopenQuestion } from '#server/domain/projects/questions/reopen-question.ts';
import { refreshProject } from './refresh-project.ts';
import { syncMembers } from './sync-members.ts';

/** What happens in projects after something happened elsewhere. */
export function registerProjectsListeners(parts: Parts): void {
  parts.events.listen('projects.members-from-chart', ['chart.changed'], async ({ chartId }) => {
    await parts.events.transaction(async (tx) => {
      const project = await tx.project.findUnique({ where: { chartId } });
      if (project) await syncMembers(tx, parts, project);
    });
  });

  parts.events.listen(
    'projects.health-after-removal',
    ['entry.removed', 'entry.restored'],
    async ({ kind, entryId }) => {
      if (kind !== 'status') return;
      await parts.events.transaction((tx) => refreshProject(tx, parts, entryId));
    },
  );

  parts.events.listen('projects.reopen-question', ['entry.removed'], async ({ kind, entryId }) => {
    if (kind === 'comment') await reopenQuestion(parts, entryId);
  });

  parts.jobs.schedule('projects.follow-up-questions', '3-59/10 * * * *', () =>
    followUpQuestions(parts, {
      kind: 'comment',
      deputyFor: (tx, question) => statusDeputy(tx, question, parts.clock.now()),
    }),
  );

  parts.jobs.schedule('projects.remind', '*/10 * * * *', async () => {
    await remindStatuses(parts);
  });

  parts.events.listen('projects.live', ['status.published', 'project.changed'], ({ type, projectId }) => {
    parts.live.emit(`project:${projectId}`, { kind: type, projectId });
  });
}
