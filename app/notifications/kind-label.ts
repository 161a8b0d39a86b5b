import type { MessageKey } from '#app/shell/i18n.tsx';
import type { NotificationKind } from '#server/platform/database/schema.ts';

/** What a kind of notice is called in settings. */
export const KIND_LABELS: Record<NotificationKind, MessageKey> = {
  question: 'notifications.kindQuestion',
  mention: 'notifications.kindMention',
  answer: 'notifications.kindAnswer',
  comment: 'notifications.kindComment',
  pin: 'notifications.kindPin',
  status: 'notifications.kindStatus',
  report: 'notifications.kindReport',
  moderation: 'notifications.kindModeration',
  must_read: 'notifications.kindMustRead',
  project: 'notifications.kindProject',
  scheduled: 'notifications.kindScheduled',
  import: 'notifications.kindImport',
  account: 'notifications.kindAccount',
};
