import type { z } from 'zod';
import { type FieldErrors, invalid } from './errors.ts';
import { isStorable } from './text/storable.schema.ts';

const MESSAGE_KEY = /^[a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*$/;

/**
 * The value as its schema reads it, or an `invalid` error with the message keys by field. Services check what
 * they are given again, whoever calls: a form, an import, an interface to come.
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const broken = Object.entries(Object(value)).filter(([, part]) => !isStorable(part));
  if (broken.length > 0) throw invalid(Object.fromEntries(broken.map(([name]) => [name, ['error.invalid']])));
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields: FieldErrors = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? 'form');
    // What Zod says by itself is English for developers; a person reads a message of ours.
    const key = MESSAGE_KEY.test(issue.message) ? issue.message : 'error.invalid';
    fields[field] = [...(fields[field] ?? []), key];
  }
  throw invalid(fields);
}
