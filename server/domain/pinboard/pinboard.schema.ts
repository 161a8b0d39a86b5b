import { z } from 'zod';
import { idempotencyKey, PIN_MAX } from '#server/domain/conversation/entry.schema.ts';
import { type AttachmentInput, attachmentsField } from '#server/domain/files/attachments.schema.ts';

export { PIN_MAX };
export const ANSWER_MAX = 2_000;

export const PIN_KINDS = ['question', 'note', 'thanks'] as const;
export type PinKindName = (typeof PIN_KINDS)[number];
export const PIN_VISIBILITIES = ['everyone', 'unit', 'two'] as const;
export type PinVisibilityName = (typeof PIN_VISIBILITIES)[number];

/** A form sends line breaks as two characters; they count as one, as they do on the screen. */
const text = (max: number) =>
  z
    .string('error.required')
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, 'error.required').max(max, 'error.tooLong'));

export const pinInput = z.object({
  ownerId: z.uuid('error.invalid'),
  kind: z.enum(PIN_KINDS).default('question'),
  /** Left out, as little as possible is disclosed: only the two see it (GDPR Art. 25 (2)). */
  visibility: z.enum(PIN_VISIBILITIES).default('two'),
  text: text(PIN_MAX),
  idempotencyKey,
});
export type PinInput = z.output<typeof pinInput>;

export const answerInput = z.object({
  entryId: z.uuid('error.invalid'),
  text: text(ANSWER_MAX),
  attachments: attachmentsField,
  idempotencyKey,
});
/** `attachments`: uploads of the actor's own that go with it, in their order. */
export type AnswerInput = Omit<z.output<typeof answerInput>, 'attachments'> & {
  attachments?: AttachmentInput[];
};

export const forwardInput = z.object({
  entryId: z.uuid('error.invalid'),
  /** A name or @handle, as typed. */
  to: z.string('error.required').trim().min(1, 'error.required').max(200, 'error.tooLong'),
});
export type ForwardInput = z.output<typeof forwardInput>;
