import { z } from 'zod';
import { attachmentsField } from '#server/domain/files/attachments.schema.ts';

const text = z.string('error.required').trim().min(1, 'error.required').max(2_000, 'error.tooLong');

/** A question on a status, and its answer. */
export const statusQuestionSchema = z.object({
  text,
  attachments: attachmentsField,
  /** Made by the form once: a second press of the button writes nothing new. */
  idempotencyKey: z.string().trim().min(8).max(64).optional(),
});

export type StatusQuestionInput = z.input<typeof statusQuestionSchema>;
