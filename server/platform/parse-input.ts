import type { z } from 'zod';
import { type FieldErrors, invalid } from './errors.ts';

/**
 * The value as its schema reads it, or an `invalid` error with the message keys by field. Services check what
 * they are given again, whoever calls: a form, an import, an interface to come.
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields: FieldErrors = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? 'form');
    fields[field] = [...(fields[field] ?? []), issue.message];
  }
  throw invalid(fields);
}
