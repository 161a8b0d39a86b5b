/** The dozen ways in which a request can fail that are not bugs. */
export const APP_ERROR_CODES = [
  'not_found',
  'forbidden',
  'unauthenticated',
  'invalid',
  'conflict',
  'rate_limited',
  'gone',
  'unavailable',
  'too_large',
  'unsupported',
] as const;

export type AppErrorCode = (typeof APP_ERROR_CODES)[number];

/** Field name → message keys (`error.tooLong`), as forms show them. */
export type FieldErrors = Record<string, string[]>;

export type AppErrorDetails = {
  /** A message key that says more than the code does, for example `error.notYourBoard`. */
  message?: string;
  fields?: FieldErrors;
  /** Seconds until another try makes sense (rate_limited, unavailable). */
  retryAfter?: number;
};

/**
 * An expected failure. The server bundle and the Remix bundle hold separate copies of this class,
 * so callers recognise it by `code` through {@link isAppError}, never by instanceof.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly details: AppErrorDetails;

  constructor(code: AppErrorCode, details: AppErrorDetails = {}) {
    super(details.message ?? code);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** True for an AppError of either bundle. */
export function isAppError(error: unknown): error is AppError {
  return (
    error instanceof Error &&
    error.name === 'AppError' &&
    (APP_ERROR_CODES as readonly string[]).includes((error as { code?: string }).code ?? '')
  );
}

/** Shorthand for bad input: `throw invalid({ text: ['error.required'] })`. */
export function invalid(fields: FieldErrors): AppError {
  return new AppError('invalid', { fields });
}
