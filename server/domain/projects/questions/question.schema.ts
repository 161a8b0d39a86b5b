import { z } from 'zod';
import { idempotencyKey } from '#server/domain/conversation/entry.schema.ts';
import { attachmentsField } from '#server/domain/files/attachments.schema.ts';

const text = z.string('error.required').trim().min(1, 'error.required').max(2_000, 'error.tooLong');

/** A question on a status, and its answer. */
export const statusQuestionSchema = z.object({
  text,
  attachments: attachmentsField,
  idempotencyKey,
});

export type StatusQuestionInput = z.input<typeof statusQuestionSchema>;
