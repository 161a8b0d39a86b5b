import { z } from 'zod';
import { entryText, idempotencyKey, POST_MAX } from '#server/domain/conversation/entry.schema.ts';
import { pollFields } from '#server/domain/conversation/polls/poll.schema.ts';
import { laterFields } from '#server/domain/feed/scheduling/schedule.schema.ts';
import { attachmentsField } from '#server/domain/files/attachments.schema.ts';
import { mustReadFields } from '#server/domain/must-read/must-read.schema.ts';

/** A new post: text in the author's language, optionally the same in the other one, for one audience. */
export const postSchema = z.object({
  text: entryText(POST_MAX),
  audienceId: z.uuid('error.choose'),
  /** Whom to speak for, `office:<id>` or `person:<id>`; empty for oneself. Needs a grant. */
  voice: z
    .string()
    .regex(/^$|^(office|person):[0-9a-f-]{36}$/, 'error.choose')
    .optional(),
  /** What `text` is written in; the author's language where left out. */
  language: z.enum(['de', 'en'], 'error.choose').optional(),
  /** The same in the other language. */
  otherText: z.string().trim().max(POST_MAX, 'error.tooLong').optional(),
  attachments: attachmentsField,
  ...mustReadFields,
  ...laterFields,
  intent: z.enum(['information', 'exchange', 'call_to_act']).optional(),
  idempotencyKey,
  ...pollFields,
});

type Post = z.infer<typeof postSchema>;
type LeftOut = 'attachments' | 'mustRead' | 'readBy';
export type PostInput = Omit<Post, LeftOut> & Partial<Pick<Post, LeftOut>>;
