import { z } from 'zod';
import { entryText, REASON_MAX } from '#server/domain/conversation/entry.schema.ts';

/** Who may not write, until when and why. */
export const suspendSchema = z.object({
  handle: z.string('error.required').trim().min(1, 'error.required').max(80, 'error.tooLong'),
  days: z.coerce
    .number('error.number')
    .int('error.number')
    .min(1, 'error.invalid')
    .max(30, 'moderation.suspendTooLong'),
  reason: entryText(REASON_MAX),
});
export type SuspendInput = z.infer<typeof suspendSchema>;
