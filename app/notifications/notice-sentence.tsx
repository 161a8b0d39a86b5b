import type { ReactNode } from 'react';
import { useFormat, useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import type { NotificationView } from '#server/domain/notifications/notification.view.ts';

/** What has happened, in one sentence: "Aylin Kaya and 4 others commented on your post." */
export function NoticeSentence({ notice }: { notice: NotificationView }) {
  const t = useT();
  const nameOf = usePersonName();
  const format = useFormat();
  const { subject, until } = notice;
  return t.rich(notice.sentence, {
    who: <Who notice={notice} />,
    people: Math.max(notice.people, 1),
    kind: subject?.entryKind ?? 'post',
    author: subject ? nameOf(subject.author) : '',
    owner: subject?.owner ? nameOf(subject.owner) : '',
    project: subject?.project ?? notice.project ?? '',
    until: until ? format.dateTime(until) : '',
  });
}

/** "Aylin Kaya", "Aylin Kaya and Jonas Böttger", "Aylin Kaya and 4 others" */
function Who({ notice: { actors, people } }: { notice: NotificationView }) {
  const t = useT();
  const nameOf = usePersonName();
  const [first, second] = actors.map((person) => (
    <bdi key={person.id} className="font-semibold">
      {nameOf(person)}
    </bdi>
  )) as [ReactNode?, ReactNode?];
  if (!first) return t('notifications.someone');
  if (people <= 1) return first;
  if (people === 2 && second) return t.rich('notifications.whoTwo', { first, second });
  return t.rich('notifications.whoMany', { first, others: people - 1 });
}
