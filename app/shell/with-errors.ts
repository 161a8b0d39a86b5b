import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import type { AppErrorDetails, FieldErrors } from '#server/platform/errors.ts';
import { isStorable } from '#server/platform/text/storable.schema.ts';
import { withoutFaces } from './without-faces.ts';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** What the error page gets; `code` chooses its words. */
export type ErrorBody = {
  code: string;
  requestId: string;
  /** A message key that says more than the code does. */
  message?: string;
};

const STATUS: Record<string, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  unsupported: 415,
  rate_limited: 429,
  unavailable: 503,
};

export type DomainError = Error & { code: string; details?: Partial<AppErrorDetails> };

// The server bundle and the Remix bundle hold separate copies of AppError: its code is the only mark.
function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code in STATUS;
}

/**
 * Wraps every loader and action: partners from outside get no photo's address; what the domain throws becomes a response, what
 * nobody expected is logged with the request's id and becomes the error page that shows that id.
 */
export function withErrors<A extends Args, R>(work: (args: A) => Promise<R>): (args: A) => Promise<R> {
  return async (args) => {
    try {
      if (!leadsSomewhere(args))
        throw data({ code: 'not_found', requestId: args.context.requestId }, { status: 404 });
      return await withoutFaces(await work(args), args.context.actor);
    } catch (error) {
      throw toThrown(error, args);
    }
  };
}

/**
 * False for an address in which a NUL stands, which no database has: no loader has to ask whether there is anything there.
 * (What else is not storable, half of a surrogate pair, no address can hold: it is UTF-8.)
 */
function leadsSomewhere({ params, request }: Args): boolean {
  return !request.url.includes('%00') && isStorable(params);
}

/**
 * As {@link withErrors}, for addresses that are no pages (data, files, forms): an error is a problem document that a
 * program can read (RFC 9457), with the same code that a page's error has.
 */
export function withProblems<A extends Args, R>(work: (args: A) => Promise<R>): (args: A) => Promise<R> {
  const page = withErrors(work);
  return async (args) => {
    try {
      return await page(args);
    } catch (thrown) {
      throw isDataResponse(thrown) ? toProblem(thrown as Thrown) : thrown;
    }
  };
}

type Thrown = { data: ErrorBody; init: { status: number; headers?: Headers } | null };

function toProblem({ data: body, init }: Thrown): Response {
  const status = init?.status ?? 500;
  const headers = new Headers(init?.headers);
  headers.set('Content-Type', 'application/problem+json');
  headers.set('Cache-Control', 'no-store');
  const words = body.code.replaceAll('_', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return new Response(JSON.stringify({ type: 'about:blank', title, status, ...body }), { status, headers });
}

/** A body that is no form, or a broken one: what somebody sent, not a bug of ours. */
function isUnreadableBody(error: unknown): boolean {
  return (
    error instanceof TypeError && /^(Content-Type was not one of|Failed to parse body)/.test(error.message)
  );
}

/** A one-time code stands in an address; whoever reads the log must not find it there. */
function withoutCode(url: string): string {
  return new URL(url).pathname.replace(/^\/(invitation|reset)\/.+/, '/$1/…');
}

function toThrown(error: unknown, { context, request }: Args): unknown {
  if (error instanceof Response || isDataResponse(error)) return error;
  const { requestId } = context;
  if (isUnreadableBody(error)) {
    return data({ code: 'unsupported', requestId } satisfies ErrorBody, { status: 415 });
  }
  if (!isDomainError(error)) {
    context.log.error({ err: error, requestId, path: withoutCode(request.url) }, 'A page failed');
    return data({ code: 'unexpected', requestId } satisfies ErrorBody, { status: 500 });
  }
  const headers = new Headers();
  const { retryAfter, message } = error.details ?? {};
  if (retryAfter !== undefined) headers.set('Retry-After', String(Math.ceil(retryAfter)));
  const body: ErrorBody = { code: error.code, requestId };
  if (message) body.message = message;
  return data(body, { status: STATUS[error.code] ?? 500, headers });
}

function isDataResponse(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit'
  );
}

/** What the domain threw, for actions that answer some codes at their form; null for everything else. */
export function asDomainError(error: unknown): DomainError | null {
  return isDomainError(error) ? error : null;
}

/** Field errors of a service's `invalid`, for actions that show them at the field; anything else is thrown on. */
export function fieldErrors(error: unknown): FieldErrors {
  if (isDomainError(error) && error.code === 'invalid' && error.details?.fields) return error.details.fields;
  throw error;
}
