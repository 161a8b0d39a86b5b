import { z } from 'zod';
import { entryText, POST_MAX } from '#server/domain/conversation/entry.schema.ts';
import { changedAttachmentsField } from '#server/domain/files/attachments.schema.ts';

const day = z.iso.date('error.invalid');
const time = z.string('error.required').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'error.invalid');
const empty = z.literal('');

/** In a form: publish later, at a day and a time on the author's clock; both empty for now. */
export const laterFields = {
  publishOn: z.union([empty, day]).optional(),
  publishAt: z.union([empty, time]).optional(),
};

/** Of a post that waits: its words, its readers and its files. */
export const waitingWordsSchema = z.object({
  text: entryText(POST_MAX),
  /** The body in the other language, where there is one or is to be one. */
  otherText: z.string().trim().max(POST_MAX, 'error.tooLong').optional(),
  /** Who is to read it; as before where left out. */
  audienceId: z.uuid('error.choose').optional(),
  attachments: changedAttachmentsField,
});
type Words = z.infer<typeof waitingWordsSchema>;
export type WaitingWords = Omit<Words, 'attachments'> & Partial<Pick<Words, 'attachments'>>;

/** What the author changes in a post that waits. */
export const changeScheduledSchema = waitingWordsSchema.extend({
  entryId: z.uuid('error.invalid'),
  ...laterFields,
});
type Change = z.infer<typeof changeScheduledSchema>;
export type ChangeScheduledInput = Omit<Change, 'attachments'> & Pick<WaitingWords, 'attachments'>;
