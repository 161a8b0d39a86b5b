import { z } from 'zod';
import { DIGEST_WAYS } from '#server/domain/notifications/mail/mail-ways.schema.ts';
import type { MailWay, NotificationKind } from '#server/platform/database/schema.ts';

/** `locked`: whoever is concerned by this must be able to find it in the app. */
export type KindDefaults = { mail: MailWay; locked: boolean; push: boolean };

/**
 * What a person gets who chose nothing: at once only where somebody waits, a duty calls or
 * something of theirs has stopped, once a day what is addressed
 * to them by name, and no mail for the rest. Devices on which somebody has turned push on get what waits for them.
 */
export const KIND_DEFAULTS: Record<NotificationKind, KindDefaults> = {
  question: { mail: 'instant', locked: true, push: true },
  mention: { mail: 'daily', locked: true, push: true },
  answer: { mail: 'daily', locked: true, push: true },
  comment: { mail: 'off', locked: false, push: false },
  pin: { mail: 'daily', locked: false, push: false },
  status: { mail: 'off', locked: false, push: false },
  project: { mail: 'daily', locked: true, push: true },
  report: { mail: 'instant', locked: true, push: false },
  moderation: { mail: 'daily', locked: true, push: false },
  must_read: { mail: 'daily', locked: true, push: true },
  scheduled: { mail: 'instant', locked: true, push: true },
  import: { mail: 'off', locked: true, push: false },
  account: { mail: 'instant', locked: true, push: false },
};

export const NOTICE_KINDS = Object.keys(KIND_DEFAULTS) as NotificationKind[];

const way = z.enum(['instant', 'daily', 'weekly', 'off'], 'error.choose');
const minuteOfDay = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'error.invalid')
  .transform((time) => (time ? Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) : null));
const box = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');

/**
 * The form of the settings page: `mail_<kind>`, `in_app` with the kinds that are wanted, and when. Kinds that the form
 * did not show are not in it, and stay as they are.
 */
export const deliverySchema = z
  .object({
    shown: z.preprocess(asList, z.array(z.enum(NOTICE_KINDS, 'error.choose'))),
    /** The form asked for push as well: somebody has a device that takes it. */
    asks_push: z.literal('yes').optional(),
    push: z.preprocess(asList, z.array(z.enum(NOTICE_KINDS, 'error.choose'))),
    in_app: z.preprocess(asList, z.array(z.enum(NOTICE_KINDS, 'error.choose'))),
    feedDigest: z.enum(DIGEST_WAYS, 'error.choose').optional(),
    withWords: box,
    outsideHours: box,
    quietFrom: minuteOfDay,
    quietTo: minuteOfDay,
  })
  .catchall(z.string())
  .transform(({ shown, in_app, push, asks_push, ...rest }) => {
    const kinds = shown.map((kind) => ({
      kind,
      inApp: KIND_DEFAULTS[kind].locked || in_app.includes(kind),
      push: asks_push ? push.includes(kind) : null,
      mail: way.safeParse((rest as Record<string, unknown>)[`mail_${kind}`]).data ?? null,
    }));
    const { feedDigest, withWords, outsideHours, quietFrom, quietTo } = rest;
    return { kinds, feedDigest: feedDigest ?? null, withWords, outsideHours, quietFrom, quietTo };
  })
  .refine(({ quietFrom, quietTo }) => (quietFrom === null) === (quietTo === null), {
    path: ['quietTo'],
    error: 'notifications.quietBoth',
  })
  .refine(({ quietFrom, quietTo }) => quietFrom === null || quietFrom !== quietTo, {
    path: ['quietTo'],
    error: 'notifications.quietSame',
  });

/** What the settings form says; null where it did not ask. */
export type DeliveryInput = z.output<typeof deliverySchema>;

function asList(value: unknown): unknown {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
