import { z } from 'zod';
import { entryText, idempotencyKey } from '#server/domain/conversation/entry.schema.ts';

/** A post passed on: to whom, and what the sharer says about it. */
export const shareSchema = z.object({
  entryId: z.uuid('error.invalid'),
  audienceId: z.uuid('error.choose'),
  text: entryText(5_000),
  idempotencyKey,
});
export type ShareInput = z.infer<typeof shareSchema>;
