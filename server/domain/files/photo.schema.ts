import { z } from 'zod';

const share = z.coerce.number('error.invalid').min(0, 'error.invalid').max(1, 'error.invalid');
const field = z.preprocess((typed) => (typed === '' ? undefined : typed), share.optional());

/** The form of one's photo beside the file itself: that one agrees, and the square that was chosen, if one was. */
export const photoInput = z
  .object({
    consent: z.literal('on', 'people.photoConsentMissing'),
    x: field,
    y: field,
    side: field,
  })
  .transform(({ x, y, side }) => {
    const chosen = x !== undefined && y !== undefined && side !== undefined && side > 0;
    return { square: chosen ? { x, y, side } : null };
  });
export type PhotoInput = z.output<typeof photoInput>;
