import type { ReactNode } from 'react';
import { type MessageKey, useT } from '#app/shell/i18n.tsx';
import { usePersonName } from '#app/shell/person.tsx';
import type { NotificationView } from '#server/domain/notifications/notification.view.ts';

/** What has happened, in one sentence: "Aylin Kaya and 4 others commented on your post." */
export function NoticeSentence({ notice, me }: { notice: NotificationView; me: string }) {
  const t = useT();
  const nameOf = usePersonName();
  const { subject } = notice;
  return t.rich(sentenceKey(notice, me), {
    who: <Who notice={notice} />,
    people: Math.max(notice.people, 1),
    kind: subject?.entryKind ?? 'post',
    author: subject ? nameOf(subject.author) : '',
    owner: subject?.owner ? nameOf(subject.owner) : '',
    project: subject?.project ?? notice.project ?? '',
  });
}

function sentenceKey({ kind, what, subject }: NotificationView, me: string): MessageKey {
  const onMyBoard = subject?.owner?.id === me;
  switch (kind) {
    case 'mention':
      return 'notifications.mention';
    case 'comment':
      if (subject?.mine) return 'notifications.commentMine';
      if (subject?.entryKind === 'status') return 'notifications.commentStatus';
      if (subject?.entryKind !== 'pin') return 'notifications.commentPost';
      return onMyBoard ? 'notifications.commentBoard' : 'notifications.commentPin';
    case 'pin':
      return subject?.pinKind === 'thanks' ? 'notifications.pinThanks' : 'notifications.pinNote';
    case 'question':
      if (subject?.entryKind === 'status') return 'notifications.questionStatus';
      return onMyBoard ? 'notifications.question' : 'notifications.questionFor';
    case 'answer':
      if (what === 'declined') return 'notifications.declined';
      return subject?.mine ? 'notifications.answer' : 'notifications.answerOther';
    case 'report':
      return 'notifications.report';
    case 'moderation':
      return what === 'restored' ? 'notifications.restored' : 'notifications.hidden';
    case 'status':
      if (what === 'deputy') return 'notifications.statusDeputy';
      return what === 'sponsor' ? 'notifications.statusSponsor' : 'notifications.statusDue';
    case 'import':
      return 'notifications.import';
    default:
      return 'notifications.other';
  }
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
