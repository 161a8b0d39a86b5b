import type { MailWay } from '#server/platform/database/schema.ts';

// Without Zod: the settings page shows them, and needs no more.

export const MAIL_WAYS: readonly MailWay[] = ['instant', 'daily', 'weekly', 'off'];
export const DIGEST_WAYS = ['daily', 'weekly', 'off'] as const;
