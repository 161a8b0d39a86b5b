import { z } from 'zod';

/** What watches people and is off at every site until its works agreement allows it. */
export const FEATURES = ['must_read_names', 'search_by_author', 'presence', 'answer_times'] as const;
export type Feature = (typeof FEATURES)[number];

/** The form behind one switch: on with the agreement and its day, or off. */
export const switchSchema = z.object({
  siteId: z.uuid('error.invalid'),
  feature: z.enum(FEATURES, 'error.choose'),
  enabled: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
  agreement: z.string().trim().max(200, 'error.tooLong').default(''),
  agreedOn: z.union([z.literal(''), z.iso.date('error.invalid')]).default(''),
});
export type SwitchInput = z.infer<typeof switchSchema>;
