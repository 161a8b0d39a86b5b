import type { z } from 'zod';
import { isStorable } from '#server/platform/text/storable.schema.ts';

export type FormErrors = Record<string, string[]>;

export type ParsedForm<T> =
  | { ok: true; value: T }
  | { ok: false; errors: FormErrors; values: Record<string, string> };

/**
 * Reads a form with a room's schema. On failure the page gets message keys per field and what was typed, so that
 * nobody has to type it again: `return data({ errors, values }, { status: 400 })`.
 * Several values under one name, or a name that ends in `[]`, become a list.
 */
export function parseForm<S extends z.ZodType>(schema: S, form: FormData): ParsedForm<z.output<S>> {
  const broken = [...form]
    .filter(([, value]) => !isStorable(value))
    .map(([name]) => name.replace(/\[\]$/, ''));
  if (broken.length > 0) {
    const errors = Object.fromEntries(broken.map((name) => [name, ['error.invalid']]));
    return { ok: false, errors, values: typedTexts(form) };
  }
  const result = schema.safeParse(toObject(form));
  if (result.success) return { ok: true, value: result.data };
  const errors: FormErrors = {};
  for (const issue of result.error.issues) {
    const field = issue.path.length > 0 ? issue.path.join('.') : 'form';
    errors[field] = [...(errors[field] ?? []), toMessageKey(issue)];
  }
  return { ok: false, errors, values: typedTexts(form) };
}

function toObject(form: FormData): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name);
    if (name.endsWith('[]')) object[name.slice(0, -2)] = all;
    else object[name] = all.length > 1 ? all : all[0];
  }
  return object;
}

/** Twice the longest text there is: more is not sent back, whoever typed it has it before them. */
const LONGEST_BACK = 40_000;
/** Of all fields together: a text in two languages as long as that, and all that stands around them. */
const MOST_BACK = 3 * LONGEST_BACK;
/** None of our fields is called by more. */
const LONGEST_NAME = 100;
/** Never sent back. */
const SECRET = /password|code|token/i;

/** What was typed, to be shown again beside what was wrong with it; `secret` fields are left out. */
export function typedTexts(form: FormData, secret = SECRET): Record<string, string> {
  const values: Record<string, string> = {};
  let room = MOST_BACK;
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.length > LONGEST_NAME || secret.test(name)) continue;
    room -= name.length;
    if (room < 0) break;
    const back = value.slice(0, Math.min(LONGEST_BACK, room));
    values[name] = back;
    room -= back.length;
  }
  return values;
}

/** One field as it was typed, as {@link typedTexts} would give it; several values under its name with commas between. */
export function typedText(form: FormData, name: string): string {
  return form.getAll(name).map(String).join(',').slice(0, LONGEST_BACK);
}

const MESSAGE_KEY = /^[a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*$/;

type Issue = z.core.$ZodIssue;

// A schema may name its message itself (`.max(500, 'feed.postTooLong')`); otherwise the kind of fault does.
function toMessageKey(issue: Issue): string {
  if (MESSAGE_KEY.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'too_big':
      return 'error.tooLong';
    case 'too_small':
      return Number(issue.minimum) <= 1 ? 'error.required' : 'error.tooShort';
    case 'invalid_type':
      return 'error.required';
    case 'invalid_value':
      return 'error.choose';
    case 'invalid_format':
      return issue.format === 'email'
        ? 'error.email'
        : issue.format === 'url'
          ? 'error.url'
          : 'error.invalid';
    default:
      return 'error.invalid';
  }
}
