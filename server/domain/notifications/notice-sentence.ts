import type { HeldBecause } from '#server/domain/events.ts';
import type { NotificationView } from './notification.view.ts';

const HELD: Record<HeldBecause, NoticeSentence> = {
  account: 'notifications.heldAccount',
  readOnly: 'notifications.heldReadOnly',
  audience: 'notifications.heldAudience',
  voice: 'notifications.heldVoice',
  mustRead: 'notifications.heldMustRead',
};

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
      if (subject?.entryKind === 'status') {
        if (what === 'reminder') return 'notifications.questionStatusReminder';
        return what === 'escalated'
          ? 'notifications.questionStatusEscalated'
          : 'notifications.questionStatus';
      }
      if (what === 'reminder') return 'notifications.questionReminder';
      if (what === 'forwarded') return 'notifications.questionForwarded';
      if (what === 'again') return 'notifications.questionAgain';
      return onMyBoard ? 'notifications.question' : 'notifications.questionFor';
    case 'answer':
      if (subject?.entryKind === 'status') {
        if (what === 'declined') return 'notifications.declinedStatus';
        return what === 'expired' ? 'notifications.expiredStatus' : 'notifications.answerStatus';
      }
      if (what === 'declined') return 'notifications.declined';
      if (what === 'expired') return 'notifications.expired';
      if (what === 'forwarded') return 'notifications.forwarded';
      if (what === 'proposed') return 'notifications.forwardProposed';
      if (what === 'accepted') return 'notifications.accepted';
      if (what === 'share_asked') return 'notifications.shareAsked';
      if (what === 'shared') return 'notifications.shared';
      return subject?.mine ? 'notifications.answer' : 'notifications.answerOther';
    case 'report':
      return what === 'contested' ? 'notifications.contested' : 'notifications.report';
    case 'moderation':
      if (what === 'upheld') return 'notifications.upheld';
      return what === 'restored' ? 'notifications.restored' : 'notifications.hidden';
    case 'must_read':
      return 'notifications.mustRead';
    case 'status':
      if (what === 'deputy') return 'notifications.statusDeputy';
      return what === 'sponsor' ? 'notifications.statusSponsor' : 'notifications.statusDue';
    case 'project':
      if (what === 'lead') return 'notifications.projectLead';
      if (what === 'deputy') return 'notifications.projectDeputy';
      return what === 'sponsor' ? 'notifications.projectSponsor' : 'notifications.projectMember';
    case 'scheduled':
      return HELD[what as HeldBecause];
    case 'account':
      return what === 'lifted' ? 'notifications.suspensionLifted' : 'notifications.suspended';
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
  | `question${'' | 'For' | 'Status' | 'Reminder' | 'StatusReminder' | 'StatusEscalated' | 'Forwarded' | 'Again'}`
  | `status${'Due' | 'Deputy' | 'Sponsor'}`
  | `project${'Lead' | 'Deputy' | 'Sponsor' | 'Member'}`
  | `answer${'' | 'Other' | 'Status'}`
  | 'forwarded'
  | 'forwardProposed'
  | 'accepted'
  | 'shareAsked'
  | 'shared'
  | `declined${'' | 'Status'}`
  | `expired${'' | 'Status'}`
  | `held${Capitalize<HeldBecause>}`
  | 'suspended'
  | 'suspensionLifted'
  | 'report'
  | 'hidden'
  | 'restored'
  | 'mustRead'
  | 'contested'
  | 'upheld'
  | 'import'
  | 'other'}`;
