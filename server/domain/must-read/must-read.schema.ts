import { z } from 'zod';

/** In a form: the box "must be read", and the day by which. */
export const mustReadFields = {
  mustRead: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
  readBy: z.union([z.literal(''), z.iso.date('error.invalid')]).optional(),
};

export const paperSchema = z.object({
  person: z.string('error.required').trim().min(1, 'error.required').max(100, 'error.tooLong'),
});
