import { z } from 'zod';
import { POLL_OPTION_MAX } from './poll-limits.schema.ts';

const option = z.string().trim().max(POLL_OPTION_MAX, 'error.tooLong').optional();

/** The fields of a poll in the form of a post; without `pollOption1` and `pollOption2` it has none. */
export const pollFields = {
  pollOption1: option,
  pollOption2: option,
  pollOption3: option,
  pollOption4: option,
  pollOption5: option,
  pollOption6: option,
  pollOption7: option,
  pollOption8: option,
  pollOption9: option,
  pollOption10: option,
  pollMultiple: z.literal('on').optional(),
  pollAnonymous: z.literal('on').optional(),
  /** The last day, in the author's zone. */
  pollClosesOn: z.union([z.literal(''), z.iso.date('error.date')]).optional(),
};

const pollForm = z.object(pollFields);
export type PollForm = z.infer<typeof pollForm>;

/** What somebody votes for: one option, or several. */
export const voteSchema = z.object({
  entryId: z.uuid('error.invalid'),
  option: z
    .union([z.uuid('error.choose'), z.array(z.uuid('error.choose')).max(10, 'error.choose')])
    .transform((value) => [...new Set([value].flat())])
    .optional()
    .transform((value) => value ?? []),
});
export type VoteInput = z.infer<typeof voteSchema>;
