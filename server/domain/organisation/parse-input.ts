import type { z } from 'zod';
import { invalid } from '#server/platform/errors.ts';

const MESSAGE_KEY = /^[a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*$/;

/**
 * Checks what a caller hands in against the room's schema.
 * @throws AppError invalid with a message key per field
 */
export function parseInput<S extends z.ZodType>(schema: S, input: z.input<S>): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.') || 'form';
    const key = MESSAGE_KEY.test(issue.message) ? issue.message : 'error.invalid';
    fields[field] = [...(fields[field] ?? []), key];
  }
  throw invalid(fields);
}
