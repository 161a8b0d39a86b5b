import { CircleHelp, SquareKanban } from 'lucide-react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import type { RailRow } from '#app/shell/rail-list.tsx';
import type { RailView } from '#server/domain/feed/feed.view.ts';

/** What waits for the reader, a line each: questions to answer, statuses to write. */
export function useNeeds({ questions, statusesDue }: RailView): RailRow[] {
  const t = useT();
  const format = useFormat();
  const nameOf = usePersonName();
  return [
    ...questions.map((question) => ({
      key: question.id,
      to: question.to,
      icon: <CircleHelp aria-hidden="true" />,
      title: t('feed.questionFrom', { name: nameOf(question.asker) }),
      detail: t('feed.answerDue', { when: format.due(question.dueAt) }),
      urgent: question.late,
    })),
    ...statusesDue.map((project) => ({
      key: project.slug,
      to: `/projects/${project.slug}`,
      icon: <SquareKanban aria-hidden="true" />,
      title: t('feed.statusDue', { project: project.name }),
      detail: t('feed.dueSince', { when: format.date(project.dueOn) }),
    })),
  ];
}
