import { data } from '@remix-run/node';
import type { FormErrors } from '#app/shell/forms/parse-form.ts';
import { asDomainError } from '#app/shell/with-errors.ts';

export type Refusal = {
  errors: FormErrors;
  values: Record<string, string>;
  /** Minutes to wait after too many tries. */
  waitMinutes?: number;
};

const STATUS: Record<string, number> = {
  unauthenticated: 401,
  gone: 410,
  rate_limited: 429,
  conflict: 409,
  unavailable: 503,
};

/**
 * A form that the server refused, with what was typed. What is wrong with a field stands there; what is wrong with
 * the whole stands under `form`. Anything unexpected is thrown on.
 */
export function refused(error: unknown, values: Record<string, string> = {}) {
  const known = asDomainError(error);
  if (known?.code === 'invalid' && known.details?.fields) {
    return data<Refusal>({ errors: known.details.fields, values }, { status: 400 });
  }
  const status = known && STATUS[known.code];
  if (!known || !status || !known.details?.message) throw error;
  const { message, retryAfter } = known.details;
  const refusal: Refusal = { errors: { form: [message] }, values };
  if (retryAfter) refusal.waitMinutes = Math.max(1, Math.ceil(retryAfter / 60));
  return data(refusal, { status });
}
