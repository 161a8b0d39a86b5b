import { z } from 'zod';
import { idempotencyKey } from '#server/domain/conversation/entry.schema.ts';
import { optionalDay, optionalText } from './project-fields.schema.ts';

export const HEALTHS = ['on_track', 'at_risk', 'off_track'] as const;

/** A status update, as the form sends it: health and a short text; the rest only when there is something to say. */
export const statusSchema = z.object({
  health: z.enum(HEALTHS, 'projects.chooseHealth'),
  targetOn: optionalDay,
  slipReason: optionalText(500),
  text: z.string('error.required').trim().min(1, 'error.required').max(5_000, 'error.tooLong'),
  blockers: optionalText(1_000),
  helpWanted: optionalText(1_000),
  /** The same in the other language, for those who read that; each may be left out. */
  otherText: optionalText(5_000),
  otherSlipReason: optionalText(500),
  otherBlockers: optionalText(1_000),
  otherHelpWanted: optionalText(1_000),
  /** What `text` is written in; the author's language where left out. */
  language: z.enum(['de', 'en'], 'error.choose').optional(),
  idempotencyKey,
});

export type StatusInput = z.input<typeof statusSchema>;
