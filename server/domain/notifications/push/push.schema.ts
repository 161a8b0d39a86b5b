import { z } from 'zod';

const key = (bytes: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+=*$/, 'error.invalid')
    .refine((text) => Math.floor((text.replace(/=+$/, '').length * 3) / 4) === bytes, 'error.invalid');

/** What a browser hands out when somebody turns push on there (W3C Push API, RFC 8291 section 3.1). */
export const pushSubscriptionSchema = z.object({
  endpoint: z.url('error.invalid').max(1_000, 'error.invalid'),
  /** An uncompressed point on P-256. */
  p256dh: key(65),
  auth: key(16),
});

export type PushSubscriptionInput = z.input<typeof pushSubscriptionSchema>;
