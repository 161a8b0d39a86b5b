import { z } from 'zod';
import type { MailWay, NotificationKind } from '#server/platform/database/schema.ts';
import { DIGEST_WAYS } from './mail-ways.schema.ts';

/** `locked`: whoever is concerned by this must be able to find it in the app. */
export type KindDefaults = { mail: MailWay; locked: boolean };

/**
 * What a person gets who chose nothing: at once only where somebody waits or a duty calls, once a day what is addressed
 * to them by name, and no mail for the rest.
 */
export const KIND_DEFAULTS: Record<NotificationKind, KindDefaults> = {
  question: { mail: 'instant', locked: true },
  mention: { mail: 'daily', locked: true },
  answer: { mail: 'daily', locked: true },
  comment: { mail: 'off', locked: false },
  pin: { mail: 'daily', locked: false },
  status: { mail: 'off', locked: false },
  project: { mail: 'daily', locked: true },
  report: { mail: 'instant', locked: true },
  moderation: { mail: 'daily', locked: true },
  import: { mail: 'off', locked: true },
  account: { mail: 'off', locked: true },
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
    in_app: z.preprocess(asList, z.array(z.enum(NOTICE_KINDS, 'error.choose'))),
    feedDigest: z.enum(DIGEST_WAYS, 'error.choose').optional(),
    withWords: box,
    outsideHours: box,
    quietFrom: minuteOfDay,
    quietTo: minuteOfDay,
  })
  .catchall(z.string())
  .transform(({ shown, in_app, ...rest }) => {
    const kinds = shown.map((kind) => ({
      kind,
      inApp: KIND_DEFAULTS[kind].locked || in_app.includes(kind),
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
