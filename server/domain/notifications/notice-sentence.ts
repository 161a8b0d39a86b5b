import type { NotificationView } from './notification.view.ts';

/** The message that says what a notice is about, on pages and in mails; `me` is its reader. */
export function noticeSentence(
  { kind, what, subject }: Omit<NotificationView, 'sentence'>,
  me: string,
): NoticeSentence {
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
      return what === 'contested' ? 'notifications.contested' : 'notifications.report';
    case 'moderation':
      if (what === 'upheld') return 'notifications.upheld';
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

export type NoticeSentence = `notifications.${
  | 'mention'
  | `comment${'Mine' | 'Post' | 'Status' | 'Pin' | 'Board'}`
  | `pin${'Note' | 'Thanks'}`
  | `question${'' | 'For' | 'Status'}`
  | `status${'Due' | 'Deputy' | 'Sponsor'}`
  | `answer${'' | 'Other'}`
  | 'declined'
  | 'report'
  | 'hidden'
  | 'restored'
  | 'contested'
  | 'upheld'
  | 'import'
  | 'other'}`;
