import { queueMail } from '#server/domain/notifications/mail/queue-mail.ts';
import { queuePush } from '#server/domain/notifications/push/queue-push.ts';
import type { Parts } from '#server/domain/parts.ts';
import { registerAnswerNotices } from './answer-notices.ts';
import { registerModerationNotices } from './moderation-notices.ts';
import { unreadCountOf } from './notifications.queries.ts';
import { registerQuestionNotices } from './question-notices.ts';
import { registerReadingNotices } from './reading-notices.ts';
import { registerScheduledNotices } from './scheduled-notices.ts';
import { registerStatusNotices } from './status-notices.ts';
import { registerSuspensionNotices } from './suspension-notices.ts';
import { registerThreadNotices } from './thread-notices.ts';
import { withdrawRemoved, withdrawUnreadable } from './withdraw.ts';

/** Tells people what concerns them; each listener is one occasion. */
export function registerNotificationListeners(parts: Parts): void {
  const { db, events, live } = parts;
  registerThreadNotices(parts);
  registerModerationNotices(parts);
  registerSuspensionNotices(parts);
  registerReadingNotices(parts);
  registerStatusNotices(parts);
  registerQuestionNotices(parts);
  registerAnswerNotices(parts);
  registerScheduledNotices(parts);

  events.listen('notifications.withdraw', ['entry.removed'], (event) =>
    withdrawRemoved(parts, event.entryId),
  );
  events.listen('notifications.lost-access', ['membership.changed'], (event) =>
    withdrawUnreadable(parts, event.personId),
  );
  events.listen('notifications.live', ['notification.added', 'notification.read'], async (event) => {
    const notifications = await unreadCountOf(db, event.personId);
    live.emit(`person:${event.personId}`, { kind: 'unread', notifications });
  });
  events.listen('notifications.mail', ['notification.added'], (event) =>
    queueMail(parts, event.personId, event.notificationId),
  );
  events.listen('notifications.push', ['notification.added'], (event) =>
    queuePush(parts, event.personId, event.notificationId),
  );
}
