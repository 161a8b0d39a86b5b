import { z } from 'zod';

/** Longest post and comment, in characters as JavaScript counts them. */
export const POST_MAX = 20_000;
export const COMMENT_MAX = 5_000;
export const REASON_MAX = 500;
/** A note, question or thanks on a pinboard: short enough to be read at the door. */
export const PIN_MAX = 500;

const text = (max: number) =>
  z.string('error.required').trim().min(1, 'error.required').max(max, 'error.tooLong');

/** A text as typed, trimmed, with the longest length it may have. */
export const entryText = text;

/** Made by the form once: a retry and a nervous finger send the same one, and the entry exists once (write-once.ts). */
export const idempotencyKey = z.string().max(64, 'error.tooLong').optional();

export const commentSchema = z.object({
  entryId: z.uuid('error.invalid'),
  text: text(COMMENT_MAX),
  idempotencyKey,
});
export type CommentInput = z.infer<typeof commentSchema>;

export const editSchema = z.object({
  entryId: z.uuid('error.invalid'),
  text: text(POST_MAX),
  /** The same in the other language: left out, it stays as it is; empty, it is taken away; where there was none, it is added. */
  otherText: z.string().trim().max(POST_MAX, 'error.tooLong').optional(),
});
export type EditInput = z.infer<typeof editSchema>;

export const reactSchema = z.object({
  entryId: z.uuid('error.invalid'),
  emoji: z.string().min(1, 'error.required').max(16, 'error.tooLong'),
});

export const reasonSchema = z.object({ entryId: z.uuid('error.invalid'), reason: text(REASON_MAX) });
export type ReasonInput = z.infer<typeof reasonSchema>;

/** Why comments are closed; may stay empty. */
export const closeSchema = z.object({
  entryId: z.uuid('error.invalid'),
  reason: z.string().trim().max(500, 'error.tooLong').optional(),
});

/** Why the author does not agree. */
export const contestSchema = z.object({ entryId: z.uuid('error.invalid'), reason: text(1_000) });
