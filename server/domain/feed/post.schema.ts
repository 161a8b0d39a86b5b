import { z } from 'zod';
import { entryText, idempotencyKey, POST_MAX } from '#server/domain/conversation/entry.schema.ts';
import { pollFields } from '#server/domain/conversation/poll.schema.ts';

/** A new post: text in the author's language, optionally the same in the other one, for one audience. */
export const postSchema = z.object({
  text: entryText(POST_MAX),
  audienceId: z.uuid('error.choose'),
  /** The office to speak for; needs a grant. */
  officeId: z.union([z.literal(''), z.uuid('error.invalid')]).optional(),
  intent: z.enum(['information', 'exchange', 'call_to_act']).optional(),
  idempotencyKey,
  ...pollFields,
});

export type PostInput = z.infer<typeof postSchema>;
